For some minutes a job also shows a token of another cluster: its key is unknown here as well. Half an hour
later the signing key is replaced, and everybody fails at once. What came before is not the key's.

cluster: 1.36.3 kubeadm
found: everything
401s: 12
runner-up: UNKNOWN_TOKEN
besides: UNKNOWN_TOKEN
severity: high
confidence: 0.97
says: since 2026-03-02 10:00:10 UTC
remedy: --service-account-key-file

== audit.log
09:30:00 +60s x5 nobody list data:pods 401 from=data/etl-1 agent=etl/1.4 because="[invalid bearer token, invalid signature, no keys found]"
09:50:00 +60s x9 shop/cart list shop:pods 200 pod=cart-1
09:50:01 +60s x9 shop/till list shop:pods 200 pod=till-1
09:50:02 +60s x9 data/etl list data:pods 200 pod=etl-1
09:50:03 +60s x9 ops/metrics list ops:pods 200 pod=metrics-1
> 10:00:10 +60s x3 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4 because="[invalid bearer token, invalid signature, no keys found]"
10:00:20 +60s x3 nobody list shop:pods 401 from=shop/till-1 agent=till/1.4 because="[invalid bearer token, invalid signature, no keys found]"
10:00:30 +60s x3 nobody list data:pods 401 from=data/etl-1 agent=etl/1.4 because="[invalid bearer token, invalid signature, no keys found]"
10:00:40 +60s x3 nobody list ops:pods 401 from=ops/metrics-1 agent=metrics/1.4 because="[invalid bearer token, invalid signature, no keys found]"

== cluster
node n1 192.0.2.1
account shop/cart
account shop/till
account data/etl
account ops/metrics
pod shop/cart-1 account=cart ip=10.1.0.1 injected
pod shop/till-1 account=till ip=10.1.0.2 injected
pod data/etl-1 account=etl ip=10.1.0.3 injected
pod ops/metrics-1 account=metrics ip=10.1.0.4 injected

