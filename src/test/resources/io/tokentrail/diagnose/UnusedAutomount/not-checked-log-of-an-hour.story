An hour without a request says nothing about three months.

cluster: 1.31.4 kubeadm
missing: an audit log without gaps over the look-back of 90 days

== audit.log
10:00:00 kcm watch pods 200 started
11:00:00 kcm watch pods 200 started

== cluster
node n1 192.0.2.1
account shop/nginx
pod shop/nginx-1 account=nginx ip=10.1.0.9 injected

