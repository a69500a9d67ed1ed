One refresh came 20 s after the expiry. The client's next read brought the new token, and nobody
noticed.

cluster: 1.29.8 OpenShift
found: account data/etl
401s: 0
severity: low
confidence: 0.88
says: it took up to 140 s

== audit.log
10:00:00 node:n1 token data/etl 201 pod=etl-0 ttl=600
> 10:08:05 node:n1 token data/etl 201 pod=etl-0 ttl=600
10:18:25 node:n1 token data/etl 201 pod=etl-0 ttl=600
10:26:30 node:n1 token data/etl 201 pod=etl-0 ttl=600

== cluster
node n1 192.0.2.1
account data/etl
pod data/etl-0 account=etl ip=10.1.0.8 token=600

