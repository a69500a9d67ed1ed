The token of a pod on n1 comes from the address of n2: a program on that machine has it.

cluster: 1.36.3 kubeadm
found: pod cart-1
401s: 0
severity: medium
confidence: 0.9
says: came from 192.0.2.2 by "curl/8.5.0"

== audit.log
10:00:00 +60s x5 shop/cart list shop:pods 200 pod=cart-1 jti=a
> 10:10:00 +60s x3 shop/cart list shop:secrets 200 pod=cart-1 jti=a ip=192.0.2.2 agent=curl/8.5.0

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
account shop/cart
pod shop/cart-1 account=cart node=n1 ip=10.1.0.8 injected
pod shop/till-1 account=till node=n2 ip=10.1.1.9 injected
