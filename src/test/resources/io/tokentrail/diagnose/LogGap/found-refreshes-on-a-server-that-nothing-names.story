Two API servers behind a load balancer, one audit log, and nothing in the input that speaks of the other. The refreshes of
three pods went to it: they go on with tokens whose grant the log lacks. Nothing stalled.

cluster: 1.33.2 kubeadm
found: unseen TokenRequests
401s: 0
severity: medium
confidence: 0.85
says: 3 tokens were refreshed

== audit.log
> 10:00:00 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=a
10:00:05 node:n1 token shop/till 201 pod=till-1 ttl=600 jti=b
10:00:10 node:n1 token shop/list 201 pod=list-1 ttl=600 jti=c
10:00:30 +60s x7 shop/cart list shop:pods 200 pod=cart-1 node=n1 jti=a
10:00:40 +60s x7 shop/till list shop:pods 200 pod=till-1 node=n1 jti=b
10:00:50 +60s x7 shop/list list shop:pods 200 pod=list-1 node=n1 jti=c
10:08:30 +60s x7 shop/cart list shop:pods 200 pod=cart-1 node=n1 jti=x
10:08:40 +60s x7 shop/till list shop:pods 200 pod=till-1 node=n1 jti=y
10:08:50 +60s x7 shop/list list shop:pods 200 pod=list-1 node=n1 jti=z

== cluster
node n1 192.0.2.1
account shop/cart
account shop/till
account shop/list
pod shop/cart-1 account=cart node=n1 ip=10.1.0.8 token=600
pod shop/till-1 account=till node=n1 ip=10.1.0.9 token=600
pod shop/list-1 account=list node=n1 ip=10.1.0.10 token=600
