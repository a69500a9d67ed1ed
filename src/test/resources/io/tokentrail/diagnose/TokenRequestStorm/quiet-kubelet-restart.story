A kubelet starts again and asks for the tokens of all its pods within a second: a burst, no storm.

cluster: 1.33.1 kubeadm
instead: nothing

== audit.log
09:30:00 kcm watch pods 200 started
09:40:00 node:n1 token shop/cart 201 pod=cart-1 ttl=3607 jti=a1
09:40:00 node:n1 token shop/till 201 pod=till-1 ttl=3607 jti=b1
09:40:01 node:n1 token data/etl 201 pod=etl-1 ttl=3607 jti=c1
10:02:00 node:n1 token shop/cart 201 pod=cart-1 ttl=3607 jti=a2
10:02:00 node:n1 token shop/till 201 pod=till-1 ttl=3607 jti=b2
10:02:01 node:n1 token data/etl 201 pod=etl-1 ttl=3607 jti=c2
10:20:00 kcm watch pods 200 started

== cluster
node n1 192.0.2.1
account shop/cart
account shop/till
account data/etl
pod shop/cart-1 account=cart ip=10.1.0.8 injected
pod shop/till-1 account=till ip=10.1.0.9 injected
pod data/etl-1 account=etl ip=10.1.0.10 injected

