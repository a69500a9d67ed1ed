The clock of n3 is four minutes behind: its kubelet refreshes every token four minutes late,
whatever its lifetime. Tokens of ten minutes die in between, each time.

cluster: 1.31.4 kubeadm
found: node n3
401s: 6
runner-up: ROTATION_STALL
severity: medium
confidence: 0.95
says: is about 240 s behind
remedy: ssh n3 'date -u && timedatectl && chronyc tracking'

== audit.log
> 09:00:00 +720s x5 node:n3 token shop/cart 201 pod=cart-3 ttl=600 jti=a#
09:00:10 +720s x5 node:n3 token shop/till 201 pod=till-3 ttl=600 jti=b#
09:00:20 +1680s x3 node:n3 token data/etl 201 pod=etl-3 ttl=1800 jti=c#
09:01:00 +60s x10 shop/cart list shop:pods 200 pod=cart-3 node=n3 jti=a1
09:11:10 +20s x3 nobody list shop:pods 401 from=shop/cart-3 agent=cart/1.4 because="[invalid bearer token, service account token has expired]"
09:11:25 +20s x3 nobody list shop:pods 401 from=shop/till-3 agent=till/1.4 because="[invalid bearer token, service account token has expired]"
09:55:00 kcm watch pods 200 started

== cluster
node n3 192.0.2.3
account shop/cart
account shop/till
account data/etl
pod shop/cart-3 account=cart node=n3 ip=10.3.0.8 token=600
pod shop/till-3 account=till node=n3 ip=10.3.0.9 token=600
pod data/etl-3 account=etl node=n3 ip=10.3.0.10 token=1800

