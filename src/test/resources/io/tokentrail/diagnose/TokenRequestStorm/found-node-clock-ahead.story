The clock of n4 is an hour ahead: every token looks due, so its kubelet asks at each pod sync.

cluster: 1.30.5 kubeadm
found: node n4
401s: 0
severity: high
confidence: 0.7..0.97
says: long before they were due
remedy: ssh n4 'date -u && chronyc tracking && systemctl status kubelet'

== audit.log
09:30:00 kcm watch pods 200 started
10:00:00 +70s x10 node:n4 token shop/cart 201 pod=cart-4 ttl=3607 jti=a#
10:00:10 +70s x10 node:n4 token shop/till 201 pod=till-4 ttl=3607 jti=b#
> 10:00:20 +70s x10 node:n4 token data/etl 201 pod=etl-4 ttl=3607 jti=c#

== cluster
node n4 192.0.2.4
account shop/cart
account shop/till
account data/etl
pod shop/cart-4 account=cart node=n4 ip=10.4.0.8 injected
pod shop/till-4 account=till node=n4 ip=10.4.0.9 injected
pod data/etl-4 account=etl node=n4 ip=10.4.0.10 injected

