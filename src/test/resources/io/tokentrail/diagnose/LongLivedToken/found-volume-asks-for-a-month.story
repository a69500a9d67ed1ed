A projected volume with expirationSeconds of 30 days. It ends with its pod, at least.

cluster: 1.29.1 OpenShift
found: account data/etl
401s: 0
severity: low
confidence: 0.95
says: lives 30 days; it ends with its pod

== cluster
node n1 192.0.2.1
account data/etl
> pod data/etl-0 account=etl ip=10.1.0.8 token=2592000

