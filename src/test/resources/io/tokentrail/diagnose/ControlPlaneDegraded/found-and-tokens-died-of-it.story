The outage lasts longer than a token of ten minutes lives: its 401s are the consequence, and no
kubelet's fault.

cluster: 1.32.4 kubeadm
found: everything
401s: 4
severity: high
confidence: 0.9
says: it is the API server or its etcd

== audit.log
09:50:00 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=a
09:50:30 +60s x10 shop/cart list shop:pods 200 pod=cart-1 jti=a
> 09:58:05 +75s x6 node:n1 token shop/cart 503 pod=cart-1 ttl=600 message="Internal error occurred: etcdserver: no leader"
09:58:10 +60s x6 node:n1 token shop/till 503 message="Internal error occurred: etcdserver: no leader"
09:58:20 +60s x6 node:n2 token data/etl 503 message="Internal error occurred: etcdserver: no leader"
09:58:30 +60s x6 node:n2 token ops/metrics 503 message="Internal error occurred: etcdserver: no leader"
10:01:15 +45s x4 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4 because="[invalid bearer token, service account token has expired]"

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 token=600

