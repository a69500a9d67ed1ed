The pod has run for a month with its first token.

cluster: 1.28.3 kubeadm
found: account data/etl
401s: 0
severity: low
confidence: 0.97
says: since 2026-02-01

== audit.log
10:00:00 data/etl list data:pods 200 pod=etl-0 stale=2541600
> 10:10:00 +10m x3 data/etl list data:pods 200 pod=etl-0 stale=2542200

