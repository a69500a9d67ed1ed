A Deployment was restored without its Secret: the pod that mounts it never starts. No 401 at all.

cluster: 1.27.4 OpenShift
found: Secret/data/archive-token-hk8wz
401s: 0
severity: low
confidence: 0.7..0.97
says: pods that mount it cannot start

== audit.log
09:00:00 kcm watch pods 200 started
09:00:30 data/archive list data:jobs.batch 200 ip=10.1.0.4 agent=archive/3 legacy=archive-token-hk8wz
09:10:00 system:admin delete data:secrets/archive-token-hk8wz 200

== cluster 2026-03-02T08:00:00Z
secret data/archive-token-hk8wz account=archive

== cluster 2026-03-02T12:00:00Z
node n1 192.0.2.1
account data/archive
pod data/archive-5f4-qq8 account=archive secret=archive-token-hk8wz phase=Pending created=2026-03-02T09:58:00Z
> event FailedMount data/archive-5f4-qq8 "MountVolume.SetUp failed for volume \"credentials\" : secret \"archive-token-hk8wz\" not found"

