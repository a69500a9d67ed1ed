The pod mounts no API token; its projected token is for vault.

cluster: 1.32.4 EKS
instead: nothing

== audit.log
2026-03-01T12:00:00 node:n1 token shop/cart 201
2025-12-01T00:00:00 +12h x184 shop/cart list shop:pods 200 pod=cart-1
2025-12-01T00:00:30 +12h x184 kcm watch pods 200 started

== cluster
node n1 192.0.2.1
account shop/cart
account shop/nginx
pod shop/cart-1 account=cart ip=10.1.0.8 injected
pod shop/nginx-1 account=nginx ip=10.1.0.9 token=3600:vault

