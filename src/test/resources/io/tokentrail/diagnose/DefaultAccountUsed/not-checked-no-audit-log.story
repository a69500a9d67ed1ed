A snapshot says who could, not who did.

cluster: 1.31.4 kubeadm
missing: an audit log with answered requests

== cluster
node n1 192.0.2.1
pod shop/web-1 ip=10.1.0.8 injected

