The audit log names accounts, but not which workloads run as them.

cluster: 1.31.4 kubeadm
missing: a snapshot with pods

== audit.log
10:00:00 +60s x6 shop/app list shop:configmaps 200 pod=web-1
