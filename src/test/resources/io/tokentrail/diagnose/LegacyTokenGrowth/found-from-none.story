A cluster of 1.24 had none; now there are three, in three namespaces.

cluster: 1.24.15 EKS
found: everything
401s: 0
severity: low
confidence: 0.93
says: grew from 0 to 3

== cluster 2026-02-01T09:00:00Z
no secrets

== cluster 2026-03-01T09:00:00Z
> secret shop/till-token account=till created=2026-02-24T09:00:00Z
secret data/etl-token account=etl created=2026-02-25T09:00:00Z
secret ops/metrics-token account=metrics created=2026-02-26T09:00:00Z

