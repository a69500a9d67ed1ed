A snapshot holds no log that a token could stand in.

cluster: 1.31.4 kubeadm
missing: an audit log or a component log

== cluster
node n1 192.0.2.1
account shop/cart
