An hour leaves twelve minutes: two minutes late are nothing.

cluster: 1.34.4 kubeadm
instead: nothing

== audit.log
08:00:00 +3005s x4 node:n1 token shop/cart 201 pod=cart-1 ttl=3607 jti=a#

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 injected

