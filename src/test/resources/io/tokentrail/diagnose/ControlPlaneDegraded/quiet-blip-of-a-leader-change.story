Two TokenRequests fail in the second in which etcd elects a leader. It heals by itself.

cluster: 1.34.1 kubeadm
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 node:n1 token shop/cart 500 message="Internal error occurred: etcdserver: leader changed"
10:00:00 node:n2 token data/etl 500 message="Internal error occurred: etcdserver: leader changed"
10:01:00 node:n1 token shop/cart 201
10:01:00 node:n2 token data/etl 201

