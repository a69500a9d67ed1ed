Marked in January 2024, never tried again, and still there: the controller manager's cleaner does
not run.

cluster: 1.31.4 kubeadm
found: Secret/shop/cart-token-x7k2p
401s: 0
severity: low
confidence: 0.9
says: should have been deleted by the legacy-token cleaner
remedy: kubectl delete secret -n shop cart-token-x7k2p

== cluster
account shop/cart secrets=cart-token-x7k2p
tracking 2022-12-01
> secret shop/cart-token-x7k2p account=cart created=2022-05-06T07:08:09Z last-used=2022-12-09 invalid-since=2024-01-10

