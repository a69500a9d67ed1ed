Three API servers, and the audit logs of two of them.

cluster: 1.33.2 kubeadm
found: missing API servers
401s: 0
severity: medium
confidence: 0.9
says: The audit logs of 1 API server (cp-3) are not in the input

== cp-1/audit.log
10:00:00 +10s x20 kcm watch pods 200 started

== cp-2/audit.log
10:00:05 +10s x20 kcm watch pods 200 started

== cluster
node n1 192.0.2.1
pod kube-system/kube-apiserver-cp-1 account=default
pod kube-system/kube-apiserver-cp-2 account=default
> pod kube-system/kube-apiserver-cp-3 account=default
