A node's kubelet is late with every token. When the log begins, a pod of it is refused already; after the next grant it is
neither refused nor served: it may have stopped just then, and nothing shows that the new token was what it lacked.

cluster: 1.30.2 kubeadm
found: node n2
401s: 4
severity: low
confidence: 0.9..0.97
besides: UNEXPLAINED

== audit.log
10:00:00 node:n2 token shop/till 201 pod=till-2 ttl=600 jti=b
10:00:20 +20s x3 nobody list shop:pods 401 from=shop/cart-2 agent=cart/1.4 because="[invalid bearer token, service account token has expired]"
> 10:01:30 node:n2 token shop/cart 201 pod=cart-2 ttl=600 jti=a
10:00:40 +60s x10 shop/till list shop:pods 200 pod=till-2 node=n2 jti=b
10:11:45 +60s x4 nobody list shop:pods 401 from=shop/till-2 agent=till/1.4 because="[invalid bearer token, service account token has expired]"
10:13:10 +60s x4 shop/vat list shop:pods 200 pod=vat-2 node=n2 jti=c

== cluster
node n2 192.0.2.2 NotReady
account shop/cart
account shop/till
account shop/vat
pod shop/cart-2 account=cart node=n2 ip=10.2.0.8 token=600
pod shop/till-2 account=till node=n2 ip=10.2.0.9 token=600
pod shop/vat-2 account=vat node=n2 ip=10.2.0.10 token=600
