The kubelet is late by a minute after the expiry; the client reads the file again within 50 s of
its first 401 and goes on. That is no program that keeps its token.

cluster: 1.34.1 kubeadm
instead: SHORT_EXPIRATION, UNEXPLAINED

== audit.log
10:00:00 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=a
10:10:40 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=b
10:00:30 +30s x20 shop/cart list shop:pods 200 pod=cart-1 jti=a
10:11:10 +20s x2 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4
10:11:50 +30s x10 shop/cart list shop:pods 200 pod=cart-1 jti=b

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 token=600

