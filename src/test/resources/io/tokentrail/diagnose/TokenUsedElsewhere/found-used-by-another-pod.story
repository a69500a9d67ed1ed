Somebody copied the token into another pod, which has an account of its own.

cluster: 1.33.2 OpenShift
found: pod cart-1
401s: 0
severity: medium
confidence: 0.6..0.99
says: cart-1

== audit.log
10:00:00 +60s x20 shop/cart list shop:configmaps 200 pod=cart-1 jti=a
10:00:30 +60s x20 shop/debug list shop:pods 200 pod=debug-1 jti=b
> 10:05:00 +60s x5 shop/cart list shop:configmaps 200 pod=cart-1 jti=a ip=10.1.0.9 agent=curl/8.5

== cluster
node n1 192.0.2.1
account shop/cart
account shop/debug
pod shop/cart-1 account=cart ip=10.1.0.8 injected
pod shop/debug-1 account=debug ip=10.1.0.9 injected

