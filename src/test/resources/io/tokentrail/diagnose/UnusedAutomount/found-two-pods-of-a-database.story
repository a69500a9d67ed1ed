Both replicas of the database; one finding for their account.

cluster: 1.29.2 OpenShift
found: account data/postgres
401s: 0
severity: low
confidence: 0.85
says: 2 pods

== audit.log
2026-03-01T12:00:00 node:n1 token shop/cart 201
2025-12-01T00:00:00 +12h x184 shop/cart list shop:pods 200 pod=cart-1
2025-12-01T00:00:30 +12h x184 kcm watch pods 200 started

== cluster
node n1 192.0.2.1
account shop/cart
account data/postgres
pod shop/cart-1 account=cart ip=10.1.0.8 injected
> pod data/postgres-0 account=postgres ip=10.1.0.9 injected
pod data/postgres-1 account=postgres ip=10.1.0.10 injected

