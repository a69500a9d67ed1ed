A webhook fails for one namespace only; all others get their tokens.

cluster: 1.33.5 kubeadm
instead: ROTATION_STALL

== audit.log
10:00:00 node:n1 token data/etl 201 pod=etl-0 ttl=600
10:00:02 node:n1 token shop/cart 201 pod=cart-1 ttl=3607
10:08:05 +75s x6 node:n1 token data/etl 500 pod=etl-0 ttl=600 message="Internal error occurred: failed calling webhook \"tokens.guard.example.net\""
10:11:15 +30s x3 nobody list data:jobs.batch 401 from=data/etl-0 agent=etl/1.4 because="[invalid bearer token, service account token has expired]"

== cluster
node n1 192.0.2.1
account data/etl
account shop/cart
pod data/etl-0 account=etl ip=10.1.0.8 token=600
pod shop/cart-1 account=cart ip=10.1.0.9 injected

