Jane works as herself.

cluster: 1.32.6 GKE
instead: nothing

== audit.log
10:00:00 +60s x8 jane@example.net list shop:pods 200 ip=203.0.113.7
10:00:00 +60s x5 shop/cart list shop:configmaps 200 pod=cart-1 ip=10.1.0.8

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 injected

