etcd is slow: TokenRequests of all nodes and the controller manager end in 500 and 504. Nothing is
wrong with any account.

cluster: 1.31.4 kubeadm
found: everything
401s: 0
severity: high
confidence: 0.9
says: for 4 accounts with 500
remedy: kubectl get --raw '/readyz?verbose'

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 +60s x4 node:n1 token shop/cart 500 message="Internal error occurred: etcdserver: request timed out"
10:00:10 +60s x4 node:n1 token shop/till 500 message="Internal error occurred: etcdserver: request timed out"
10:00:20 +60s x4 node:n2 token data/etl 500 message="Internal error occurred: etcdserver: request timed out"
10:00:30 +60s x4 node:n2 token ops/metrics 504 message="Timeout: request did not complete within the allotted timeout"

