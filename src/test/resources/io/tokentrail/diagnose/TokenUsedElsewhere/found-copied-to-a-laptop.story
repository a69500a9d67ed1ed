A pod's token is used from an address far away, while the pod itself goes on from its own.

cluster: 1.31.4 kubeadm
found: pod cart-1
401s: 0
severity: medium
confidence: 0.6..0.99
besides: TOKEN_USED_BY_PERSON
says: cart-1

== audit.log
10:00:00 +60s x20 shop/cart list shop:configmaps 200 pod=cart-1 jti=a
> 10:05:00 +60s x5 shop/cart list shop:secrets 200 pod=cart-1 jti=a ip=203.0.113.7 agent="kubectl/v1.31.0 (darwin/arm64) kubernetes/9edcffc"

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 injected

