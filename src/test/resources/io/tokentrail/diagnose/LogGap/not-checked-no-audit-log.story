Without an audit log there is nothing that could have gaps.

cluster: 1.31.4 kubeadm
missing: an audit log

== cluster
node n1 192.0.2.1
account shop/cart
