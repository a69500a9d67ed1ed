A snapshot has no requests.

cluster: 1.31.4 kubeadm
missing: an audit log with answered requests

== cluster
node n1 192.0.2.1

