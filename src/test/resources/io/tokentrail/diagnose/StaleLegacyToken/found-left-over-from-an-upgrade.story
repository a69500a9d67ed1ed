Made by the controller before 1.24, last used in 2025, named by nobody. The API server has tracked
uses since 2024, so its label can be believed.

cluster: 1.31.4 kubeadm
found: Secret/shop/cart-token-x7k2p
401s: 0
severity: low
confidence: 0.95
says: holds a token that never expires and that nothing uses
remedy: kubectl delete secret -n shop cart-token-x7k2p

== cluster
node n1 192.0.2.1
account shop/cart secrets=cart-token-x7k2p
pod shop/cart-1 account=cart ip=10.1.0.8 injected
deployment shop/cart account=cart
daemonset ops/agent account=agent
cronjob ops/sweep account=sweep
tracking 2024-02-18
> secret shop/cart-token-x7k2p account=cart last-used=2025-08-09

