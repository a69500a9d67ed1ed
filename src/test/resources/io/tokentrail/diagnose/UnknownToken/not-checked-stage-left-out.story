The policy leaves ResponseStarted out: strangers' 401s are not written.

cluster: 1.30.4 kubeadm
missing: ResponseStarted

== audit.log
10:00:00 node:n2 get nodes/n2 200

