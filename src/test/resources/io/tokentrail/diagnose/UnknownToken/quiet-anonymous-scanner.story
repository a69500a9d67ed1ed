A scanner sends no credential at all and is told 403 as system:anonymous.

cluster: 1.32.7 kubeadm
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +10s x10 anonymous list kube-system:secrets 403 ip=198.51.100.7 agent=python-requests/2.31 message="secrets is forbidden: User \"system:anonymous\" cannot list resource \"secrets\""

