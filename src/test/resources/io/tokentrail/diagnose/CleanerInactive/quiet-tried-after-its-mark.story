Somebody tried it after it was marked; that moves its last-used date, and the cleaner keeps what is
tried.

cluster: 1.32.2 EKS
instead: nothing

== cluster
account shop/cart secrets=cart-token-x7k2p
tracking 2022-12-01
secret shop/cart-token-x7k2p account=cart created=2022-05-06T07:08:09Z last-used=2025-01-12 invalid-since=2024-01-10

