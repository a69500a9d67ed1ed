Nobody used it since August, but a CronJob mounts it, once a year.

cluster: 1.31.4 kubeadm
instead: nothing

== cluster
node n1 192.0.2.1
account shop/cart secrets=cart-token-x7k2p
pod shop/cart-1 account=cart ip=10.1.0.8 injected
deployment shop/cart account=cart
daemonset ops/agent account=agent
cronjob shop/inventory account=cart secret=cart-token-x7k2p
tracking 2024-02-18
secret shop/cart-token-x7k2p account=cart last-used=2025-08-09

