kubectl create token, and then k9s with it from the office.

cluster: 1.34.2 AKS
found: account ops/admin
401s: 0
severity: low
confidence: 0.6..0.99
says: ops/admin

== audit.log
10:00:00 +60s x5 shop/cart list shop:configmaps 200 pod=cart-1
> 10:01:00 +30s x8 ops/admin list shop:pods 200 ip=198.51.100.20 agent=k9s/0.32

== cluster
node n1 192.0.2.1
account shop/cart
account ops/admin
pod shop/cart-1 account=cart ip=10.1.0.8 injected

