Its label says 4 February: within the look-back.

cluster: 1.34.1 GKE
instead: LEGACY_TOKEN_IN_USE

== cluster
node n1 192.0.2.1
account shop/cart secrets=cart-token-x7k2p
pod shop/cart-1 account=cart ip=10.1.0.8 injected
deployment shop/cart account=cart
daemonset ops/agent account=agent
cronjob ops/sweep account=sweep
tracking 2024-02-18
secret shop/cart-token-x7k2p account=cart last-used=2026-02-04

