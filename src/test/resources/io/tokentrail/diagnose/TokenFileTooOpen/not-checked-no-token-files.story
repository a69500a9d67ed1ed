A pod spec alone does not tell what the file's mode is.

cluster: 1.31.4 kubeadm
missing: token-files

== cluster
node n1 192.0.2.1
pod shop/cart-1 account=cart ip=10.1.0.8 injected

