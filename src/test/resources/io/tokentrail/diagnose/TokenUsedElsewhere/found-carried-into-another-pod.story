Somebody put the token of cart into the till's image to debug it: it works there, too.

cluster: 1.32.3 kubeadm
found: pod cart-1
401s: 0
severity: medium
confidence: 0.9
says: came from 10.1.1.9 (pod shop/till-1)
remedy: kubectl delete pod -n shop cart-1

== audit.log
10:00:00 +60s x5 shop/cart list shop:pods 200 pod=cart-1 jti=a
10:00:30 +60s x5 shop/till list shop:pods 200 pod=till-1 jti=b ip=10.1.1.9
> 10:10:00 +60s x3 shop/cart list shop:secrets 200 pod=cart-1 jti=a ip=10.1.1.9 agent=python-requests/2.31

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
account shop/cart
pod shop/cart-1 account=cart node=n1 ip=10.1.0.8 injected
pod shop/till-1 account=till node=n2 ip=10.1.1.9 injected
