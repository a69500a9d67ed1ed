The job asks once a quarter. It does need its token.

cluster: 1.31.4 kubeadm
instead: nothing

== audit.log
2026-03-01T12:00:00 node:n1 token shop/cart 201
2025-12-01T00:00:00 +12h x184 shop/cart list shop:pods 200 pod=cart-1
2025-12-01T00:00:30 +12h x184 kcm watch pods 200 started
2026-01-01T00:00:00 shop/quarterly list shop:pods 200 pod=quarterly-1 ip=10.1.0.9

== cluster
node n1 192.0.2.1
account shop/cart
account shop/quarterly
pod shop/cart-1 account=cart ip=10.1.0.8 injected
pod shop/quarterly-1 account=quarterly ip=10.1.0.9 injected

