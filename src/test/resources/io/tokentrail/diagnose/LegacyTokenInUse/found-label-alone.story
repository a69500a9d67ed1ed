No audit log; but the label says that it was used this morning.

cluster: 1.30.1 EKS
found: Secret/ops/backup-token
401s: 0
severity: low
confidence: 0.9
says: never expires and is in use

== cluster
account ops/backup
> secret ops/backup-token account=backup last-used=2026-03-02
tracking 2024-02-18

