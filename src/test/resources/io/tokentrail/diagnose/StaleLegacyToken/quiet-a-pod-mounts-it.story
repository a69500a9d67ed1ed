Not used since August, but a running pod mounts it: to delete it would keep the next one from starting.

cluster: 1.33.0 kubeadm
instead: nothing

== cluster
node n1 192.0.2.1
account shop/cart secrets=cart-token-x7k2p
pod shop/cart-1 account=cart ip=10.1.0.8 secret=cart-token-x7k2p
deployment shop/cart account=cart
daemonset ops/agent account=agent
cronjob ops/sweep account=sweep
tracking 2024-02-18
secret shop/cart-token-x7k2p account=cart last-used=2025-08-09
