The agent tells the library: a Python client that reads its token once. The kubelet renews the file
in time, and the program goes on with what it read.

cluster: 1.31.4 kubeadm
found: pod cart-1
401s: 6
severity: high
confidence: 0.93
says: keep using a token that has expired
remedy: upgrade the Kubernetes Python client from 11.0.0 to 12.0.0 or later

== audit.log
09:50:00 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=a
09:50:30 +60s x10 shop/cart list shop:pods 200 pod=cart-1 jti=a agent=OpenAPI-Generator/11.0.0/python
09:58:10 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=b
> 10:01:15 +30s x6 nobody list shop:pods 401 from=shop/cart-1 agent=OpenAPI-Generator/11.0.0/python because="[invalid bearer token, service account token has expired]"

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 token=600
