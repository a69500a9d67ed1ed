Only a snapshot was given.

cluster: 1.30.2 kubeadm
missing: an audit log

== cluster
node n1 192.0.2.1
