Without the API server's log: a program is refused a minute after its old token had died. But it had read the new
one before, and been served with it; whatever is wrong, it is not that it does not read its file.

cluster: 1.36.3 kubeadm
instead: UNEXPLAINED

== audit.log
10:00:00 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=a
10:09:00 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=b
10:00:30 +30s x18 shop/cart list shop:pods 200 pod=cart-1 jti=a
10:09:40 +30s x4 shop/cart list shop:pods 200 pod=cart-1 jti=b
10:11:40 +20s x8 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 token=600
