Ten minutes, refreshed within seconds of being due.

cluster: 1.31.4 kubeadm
instead: nothing

== audit.log
10:00:00 +485s x5 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=a#

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 token=600

