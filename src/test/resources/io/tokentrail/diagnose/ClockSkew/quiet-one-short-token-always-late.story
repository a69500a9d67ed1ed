Tokens of ten minutes are refreshed up to 100 s late by the kubelet's own sync period. That is its
habit, and no clock.

cluster: 1.34.0 kubeadm
instead: SHORT_EXPIRATION

== audit.log
09:00:00 kcm watch pods 200 started
09:00:00 +575s x8 node:n2 token shop/cart 201 pod=cart-2 ttl=600 jti=a#
09:00:30 +60s x70 shop/cart list shop:pods 200 pod=cart-2 node=n2

== cluster
node n2 192.0.2.2
account shop/cart
pod shop/cart-2 account=cart node=n2 ip=10.2.0.8 token=600

