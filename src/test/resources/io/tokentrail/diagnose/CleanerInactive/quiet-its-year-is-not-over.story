Marked last autumn: the cleaner waits a year, as it should.

cluster: 1.31.4 kubeadm
instead: nothing

== cluster
account shop/cart secrets=cart-token-x7k2p
tracking 2022-12-01
secret shop/cart-token-x7k2p account=cart last-used=2024-05-09 invalid-since=2025-10-10

