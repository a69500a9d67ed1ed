A backup job uses a copy of admin.conf that is a year old. Its agent is its own; no account's token
is involved.

cluster: 1.28.5 kubeadm
found: certificate of velero-backup/1.9
401s: 4
severity: low
confidence: 0.95
says: no service-account token is involved

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +1h x4 nobody list persistentvolumes 401 ip=10.0.9.9 agent=velero-backup/1.9 because="verifying certificate SN=4242, SKID=, AKID= failed: x509: certificate has expired or is not yet valid: current time 2026-03-02T10:00:00Z is after 2026-03-01T00:00:00Z"

== kube-apiserver.log
> E0302 09:59:00.000000       1 authentication.go:75] "Unable to authenticate the request" err="verifying certificate SN=4242, SKID=, AKID= failed: x509: certificate has expired or is not yet valid: current time 2026-03-02T09:59:00Z is after 2026-03-01T00:00:00Z"

