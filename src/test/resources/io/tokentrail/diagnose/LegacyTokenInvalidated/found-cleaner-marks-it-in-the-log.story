The controller manager starts, its cleaner marks the Secret, and the runner that was served until
then is refused. EKS gives no API server log; the stamp that the refused request left names it.

cluster: 1.30.8 EKS
found: Secret/ci/builder-token-9fq4d
401s: 6
severity: high
confidence: 0.85..0.95
says: by "system:serviceaccount:kube-system:legacy-service-account-token-cleaner"

== audit.log
09:30:00 +5m x6 ci/builder list ci:pods 200 ip=203.0.113.20 agent=builder/1 legacy=builder-token-9fq4d auto
> 10:00:00 cleaner patch ci:secrets/builder-token-9fq4d 200 set.metadata|labels|kubernetes.io/legacy-token-invalid-since=2026-03-02
10:00:30 +60s x6 nobody list ci:pods 401 ip=203.0.113.20 agent=builder/1 ms=9
10:00:30 apiserver patch ci:secrets/builder-token-9fq4d 200 ms=3

== cluster
account ci/builder secrets=builder-token-9fq4d
> secret ci/builder-token-9fq4d account=builder invalid-since=2026-03-02 last-used=2026-03-02

