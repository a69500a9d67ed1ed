Each program with its own account.

cluster: 1.31.4 kubeadm
instead: nothing

== audit.log
10:00:00 +60s x6 shop/web list shop:configmaps 200 pod=web-1

