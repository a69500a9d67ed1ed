Four accounts had one 500 each, in four different weeks. That is no outage.

cluster: 1.30.0 kubeadm
instead: nothing

== audit.log
2026-02-01T10:00:00 node:n1 token shop/cart 500 message="Internal error occurred: etcdserver: leader changed"
2026-02-08T10:00:00 node:n2 token shop/till 500 message="Internal error occurred: etcdserver: leader changed"
2026-02-15T10:00:00 node:n1 token data/etl 500 message="Internal error occurred: etcdserver: leader changed"
2026-02-22T10:00:00 node:n2 token ops/metrics 500 message="Internal error occurred: etcdserver: leader changed"
2026-03-02T10:00:00 kcm watch pods 200 started

