Without TokenRequests and pods nobody can tell whether a good token stood in the file.

cluster: 1.27.7 EKS
missing: whether the kubelet refreshed in time

== audit.log
10:11:10 +40s x4 nobody list shop:configmaps 401 ip=10.1.0.8 agent=ledger/1.4
