Two API servers, and the second was not told of the new key: the same clients fail there and are
served here. The words are those of 1.30 and before.

cluster: 1.27.10 kubeadm
found: everything
401s: 12
severity: high
confidence: 0.97
says: no longer accepts the key

== cp-1/audit.log
09:50:00 +60s x20 shop/cart list shop:pods 200 pod=cart-1
09:50:01 +60s x20 shop/till list shop:pods 200 pod=till-1
09:50:02 +60s x20 data/etl list data:pods 200 pod=etl-1

== cp-2/audit.log
09:50:00 kcm watch pods 200 started
10:00:10 +60s x4 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4 because="[invalid bearer token, square/go-jose: error in cryptographic primitive]"
10:00:20 +60s x4 nobody list shop:pods 401 from=shop/till-1 agent=till/1.4 because="[invalid bearer token, square/go-jose: error in cryptographic primitive]"
10:00:30 +60s x4 nobody list data:pods 401 from=data/etl-1 agent=etl/1.4 because="[invalid bearer token, square/go-jose: error in cryptographic primitive]"

== cp-2/kube-apiserver.log
> E0302 10:00:05.000000       1 authentication.go:75] "Unable to authenticate the request" err="[invalid bearer token, square/go-jose: error in cryptographic primitive]"

== cluster
node n1 192.0.2.1
account shop/cart
account shop/till
account data/etl
pod shop/cart-1 account=cart ip=10.1.0.1 injected
pod shop/till-1 account=till ip=10.1.0.2 injected
pod data/etl-1 account=etl ip=10.1.0.3 injected

