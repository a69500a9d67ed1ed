Only a kubelet's log was given.

cluster: 1.31.4 kubeadm
missing: an audit log

== kubelet-n1.log
I0302 10:00:00.000001    1311 server.go:212] "Kubelet version" kubeletVersion="v1.31.4"

