All API servers' logs come in one stream of the log store: none is missing.

cluster: 1.32.3 EKS
instead: nothing

== store/audit.log
10:00:00 +10s x20 kcm watch pods 200 started

== cluster
node n1 192.0.2.1
pod kube-system/kube-apiserver-cp-1 account=default
pod kube-system/kube-apiserver-cp-2 account=default
