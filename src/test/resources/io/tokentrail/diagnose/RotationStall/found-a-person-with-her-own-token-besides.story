The kubelet of n2 hangs, and the tokens of its pods die. Meanwhile a person goes on with a token of one of the
accounts that she had made herself: no kubelet would have refreshed that one.

cluster: 1.30.2 kubeadm
found: node n2
401s: 8
runner-up: TOKEN_NOT_RELOADED
severity: high
confidence: 0.9..0.97
besides: UNEXPLAINED, TOKEN_USED_BY_PERSON
says: did not refresh the tokens of 2 pods

== audit.log
10:00:00 node:n2 token shop/cart 201 pod=cart-2 ttl=600 jti=a
10:00:05 node:n2 token shop/till 201 pod=till-2 ttl=600 jti=b
10:00:10 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=c
10:08:15 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=d
10:16:20 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=e
10:00:30 +60s x10 shop/cart list shop:pods 200 pod=cart-2 node=n2 jti=a
10:00:40 +60s x10 shop/till list shop:pods 200 pod=till-2 node=n2 jti=b
10:00:50 +60s x17 shop/cart list shop:pods 200 pod=cart-1 node=n1 jti=d
10:11:30 +60s x4 nobody list shop:pods 401 from=shop/cart-2 agent=cart/1.4 because="[invalid bearer token, service account token has expired]"
10:11:45 +60s x4 nobody list shop:pods 401 from=shop/till-2 agent=till/1.4 because="[invalid bearer token, service account token has expired]"
10:01:00 +60s x5 shop/cart list shop:services 200 ip=203.0.113.44 agent="kubectl/v1.30.2 (linux/amd64) kubernetes/39683505" jti=p
10:12:10 +60s x3 nobody list shop:services 401 ip=203.0.113.44 agent="kubectl/v1.30.2 (linux/amd64) kubernetes/39683505" because="[invalid bearer token, service account token has expired]"

== kubelet-n2.log
> E0302 10:06:12.004511    1311 kubelet.go:2456] "Skipping pod synchronization" err="PLEG is not healthy: pleg was last seen active 3m4.1s ago; threshold is 3m0s"

== cluster
node n1 192.0.2.1
node n2 192.0.2.2 NotReady
account shop/cart
account shop/till
pod shop/cart-1 account=cart node=n1 ip=10.1.0.8 token=600
pod shop/cart-2 account=cart node=n2 ip=10.2.0.8 token=600
pod shop/till-2 account=till node=n2 ip=10.2.0.9 token=600

