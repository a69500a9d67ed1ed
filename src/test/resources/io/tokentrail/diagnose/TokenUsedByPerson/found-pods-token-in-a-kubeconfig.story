Somebody copied a pod's token into a kubeconfig at home and works with it.

cluster: 1.31.4 kubeadm
found: account shop/cart
401s: 0
severity: low
confidence: 0.92
says: from 203.0.113.99
besides: TOKEN_USED_ELSEWHERE

== audit.log
10:00:00 +60s x5 shop/cart list shop:pods 200 pod=cart-1 jti=a
> 10:10:00 +60s x3 shop/cart list shop:secrets 200 pod=cart-1 jti=a ip=203.0.113.99 agent="kubectl/v1.31.0 (linux/amd64) kubernetes/9edcffc"

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
account shop/cart
pod shop/cart-1 account=cart node=n1 ip=10.1.0.8 injected
pod shop/till-1 account=till node=n2 ip=10.1.1.9 injected
