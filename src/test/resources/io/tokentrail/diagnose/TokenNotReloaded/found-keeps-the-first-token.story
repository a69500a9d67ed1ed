The kubelet brings a new token every eight minutes; ledger goes on with the first one it read.
Its neighbour of the same account and node follows the file and is fine.

cluster: 1.31.4 kubeadm
found: pod ledger-1
401s: 6
runner-up: ROTATION_STALL
severity: high
confidence: 0.93
says: although the kubelet has put a new one
remedy: kubectl delete pod -n shop ledger-1

== audit.log
10:00:00 node:n1 token shop/ledger 201 pod=ledger-1 ttl=600 jti=a1
> 10:08:05 node:n1 token shop/ledger 201 pod=ledger-1 ttl=600 jti=a2
10:16:10 node:n1 token shop/ledger 201 pod=ledger-1 ttl=600 jti=a3
10:00:03 +485s x3 node:n1 token shop/ledger 201 pod=ledger-2 ttl=600 jti=b#
10:01:00 +60s x10 shop/ledger list shop:configmaps 200 pod=ledger-1 jti=a1
10:01:05 +60s x7 shop/ledger list shop:configmaps 200 pod=ledger-2 jti=b1
10:09:05 +60s x7 shop/ledger list shop:configmaps 200 pod=ledger-2 jti=b2
> 10:11:10 +40s x6 nobody list shop:configmaps 401 from=shop/ledger-1 agent=ledger/1.4 because="[invalid bearer token, service account token has expired]"

== cluster
node n1 192.0.2.1
account shop/ledger
pod shop/ledger-1 account=ledger ip=10.1.0.8 token=600
pod shop/ledger-2 account=ledger ip=10.1.0.9 token=600

