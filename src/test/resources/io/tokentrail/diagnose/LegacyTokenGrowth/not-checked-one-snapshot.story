One snapshot tells a number, no growth.

cluster: 1.31.4 kubeadm
missing: two snapshots with secrets

== cluster
secret shop/cart-token account=cart

