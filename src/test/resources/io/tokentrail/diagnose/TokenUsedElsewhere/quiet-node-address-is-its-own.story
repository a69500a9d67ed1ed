Traffic of a pod leaves with its node's address: translation, no theft.

cluster: 1.32.0 EKS
instead: nothing

== audit.log
10:00:00 +60s x10 shop/cart list shop:configmaps 200 pod=cart-1 jti=a
10:05:00 +60s x5 shop/cart list shop:configmaps 200 pod=cart-1 jti=a ip=192.0.2.1

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 injected

