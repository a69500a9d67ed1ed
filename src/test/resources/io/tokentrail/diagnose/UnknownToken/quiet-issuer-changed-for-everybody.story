Nobody knows these tokens either; but they are those of all programs at once. The issuer changed.

cluster: 1.30.9 AKS
instead: SIGNING_KEY_CHANGED

== audit.log
09:50:00 +60s x9 shop/cart list shop:pods 200 pod=cart-1
09:50:01 +60s x9 shop/till list shop:pods 200 pod=till-1
09:50:02 +60s x9 data/etl list data:pods 200 pod=etl-1
09:50:03 +60s x9 ops/metrics list ops:pods 200 pod=metrics-1
09:50:04 +60s x9 ops/logs list ops:pods 200 pod=logs-1
10:00:10 +60s x3 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4 because="invalid bearer token"
10:00:20 +60s x3 nobody list shop:pods 401 from=shop/till-1 agent=till/1.4 because="invalid bearer token"
10:00:30 +60s x3 nobody list data:pods 401 from=data/etl-1 agent=etl/1.4 because="invalid bearer token"
10:00:40 +60s x3 nobody list ops:pods 401 from=ops/metrics-1 agent=metrics/1.4 because="invalid bearer token"
10:00:50 +60s x3 nobody list ops:pods 401 from=ops/logs-1 agent=logs/1.4 because="invalid bearer token"

== cluster
node n1 192.0.2.1
pod shop/cart-1 account=cart ip=10.1.0.1 injected
pod shop/till-1 account=till ip=10.1.0.2 injected
pod data/etl-1 account=etl ip=10.1.0.3 injected
pod ops/metrics-1 account=metrics ip=10.1.0.4 injected
pod ops/logs-1 account=logs ip=10.1.0.5 injected

