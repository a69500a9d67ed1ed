Three programs with foreign tokens began to fail on three different days: no change of a key.

cluster: 1.33.3 kubeadm
instead: UNKNOWN_TOKEN

== audit.log
2026-02-20T09:00:00 +12h x22 shop/web list shop:pods 200 pod=web-1
2026-02-21T10:00:00 +2h x4 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4 because="[invalid bearer token, invalid signature, no keys found]"
2026-02-24T10:00:00 +2h x4 nobody list shop:pods 401 from=shop/till-1 agent=till/1.4 because="[invalid bearer token, invalid signature, no keys found]"
2026-02-28T10:00:00 +2h x4 nobody list data:pods 401 from=data/etl-1 agent=etl/1.4 because="[invalid bearer token, invalid signature, no keys found]"

== cluster
node n1 192.0.2.1
account shop/cart
account shop/till
account data/etl
account shop/web
pod shop/cart-1 account=cart ip=10.1.0.1 injected
pod shop/till-1 account=till ip=10.1.0.2 injected
pod data/etl-1 account=etl ip=10.1.0.3 injected
pod shop/web-1 account=web ip=10.1.0.4 injected

