A snapshot without Secrets tells nothing of their use.

cluster: 1.31.4 kubeadm
missing: an audit log with answered requests, or a snapshot with secrets

== cluster
node n1 192.0.2.1
account shop/cart

