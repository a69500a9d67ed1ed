Somebody deleted the tracking ConfigMap, and the API server made it anew: the missing label says
nothing about more than a week.

cluster: 1.32.0 kubeadm
missing: no tracking ConfigMap says that last-used labels reach back

== cluster
node n1 192.0.2.1
account shop/cart secrets=cart-token-x7k2p
pod shop/cart-1 account=cart ip=10.1.0.8 injected
deployment shop/cart account=cart
daemonset ops/agent account=agent
cronjob ops/sweep account=sweep
tracking 2026-02-23
secret shop/cart-token-x7k2p account=cart

