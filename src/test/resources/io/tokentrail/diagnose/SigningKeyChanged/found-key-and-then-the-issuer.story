The old key is taken away; everybody gets new tokens. Half an hour later the issuer gets a new name, and all fail
again: no authenticator knows their tokens any more. It is one trouble in two steps, and no foreign tokens.

cluster: 1.36.3 kubeadm
found: everything
401s: 25
severity: high
confidence: 0.92
runner-up: UNKNOWN_TOKEN
says: no longer accepts the key, and since 2026-03-02 10:30:10 UTC the issuer, of tokens that 5 accounts

== audit.log
09:50:00 +60s x9 shop/cart list shop:pods 200 pod=cart-1
09:50:01 +60s x9 shop/till list shop:pods 200 pod=till-1
09:50:02 +60s x9 data/etl list data:pods 200 pod=etl-1
09:50:03 +60s x9 ops/metrics list ops:pods 200 pod=metrics-1
09:50:04 +60s x9 ops/logs list ops:pods 200 pod=logs-1
> 10:00:10 +60s x2 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4 because="[invalid bearer token, invalid signature, no keys found]"
10:00:20 +60s x2 nobody list shop:pods 401 from=shop/till-1 agent=till/1.4 because="[invalid bearer token, invalid signature, no keys found]"
10:00:30 +60s x2 nobody list data:pods 401 from=data/etl-1 agent=etl/1.4 because="[invalid bearer token, invalid signature, no keys found]"
10:00:40 +60s x2 nobody list ops:pods 401 from=ops/metrics-1 agent=metrics/1.4 because="[invalid bearer token, invalid signature, no keys found]"
10:00:50 +60s x2 nobody list ops:pods 401 from=ops/logs-1 agent=logs/1.4 because="[invalid bearer token, invalid signature, no keys found]"
10:05:00 +60s x20 shop/cart list shop:pods 200 pod=cart-1
10:05:01 +60s x20 shop/till list shop:pods 200 pod=till-1
10:05:02 +60s x20 data/etl list data:pods 200 pod=etl-1
10:05:03 +60s x20 ops/metrics list ops:pods 200 pod=metrics-1
10:05:04 +60s x20 ops/logs list ops:pods 200 pod=logs-1
10:30:10 +60s x3 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4 because="invalid bearer token"
10:30:20 +60s x3 nobody list shop:pods 401 from=shop/till-1 agent=till/1.4 because="invalid bearer token"
10:30:30 +60s x3 nobody list data:pods 401 from=data/etl-1 agent=etl/1.4 because="invalid bearer token"
10:30:40 +60s x3 nobody list ops:pods 401 from=ops/metrics-1 agent=metrics/1.4 because="invalid bearer token"
10:30:50 +60s x3 nobody list ops:pods 401 from=ops/logs-1 agent=logs/1.4 because="invalid bearer token"

== cluster
node n1 192.0.2.1
account shop/cart
account shop/till
account data/etl
account ops/metrics
account ops/logs
pod shop/cart-1 account=cart ip=10.1.0.1 injected
pod shop/till-1 account=till ip=10.1.0.2 injected
pod data/etl-1 account=etl ip=10.1.0.3 injected
pod ops/metrics-1 account=metrics ip=10.1.0.4 injected
pod ops/logs-1 account=logs ip=10.1.0.5 injected
