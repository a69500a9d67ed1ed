Ten minutes, and a refresh eleven minutes late on a hung node: no lifetime helps against that.

cluster: 1.30.2 kubeadm
instead: ROTATION_STALL

== audit.log
09:00:00 +485s x4 node:n2 token shop/cart 201 pod=cart-2 ttl=600 jti=a#
09:00:05 +485s x4 node:n2 token shop/till 201 pod=till-2 ttl=600 jti=b#
09:43:00 +485s x4 node:n2 token shop/cart 201 pod=cart-2 ttl=600 jti=c#
09:43:05 +485s x4 node:n2 token shop/till 201 pod=till-2 ttl=600 jti=d#
09:35:40 +60s x7 nobody list shop:pods 401 from=shop/cart-2 agent=cart/1.4 because="[invalid bearer token, service account token has expired]"
10:20:00 kcm watch pods 200 started

== cluster
node n2 192.0.2.2
account shop/cart
account shop/till
pod shop/cart-2 account=cart node=n2 ip=10.2.0.8 token=600
pod shop/till-2 account=till node=n2 ip=10.2.0.9 token=600

