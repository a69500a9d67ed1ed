Neither TokenRequests nor pods.

cluster: 1.31.4 kubeadm
missing: TokenRequests in the audit log, or pods in a snapshot

== audit.log
10:00:00 kcm watch pods 200 started

