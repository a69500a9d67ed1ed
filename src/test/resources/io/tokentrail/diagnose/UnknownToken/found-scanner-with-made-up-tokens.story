Somebody on the internet tries random tokens. No authenticator knows them.

cluster: 1.31.4 kubeadm
found: stranger 198.51.100.7 python-requests/2.31
401s: 10
severity: info
confidence: 0.92
says: that no account of this cluster has

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +10s x10 nobody list kube-system:secrets 401 ip=198.51.100.7 agent=python-requests/2.31 because="invalid bearer token"

== kube-apiserver.log
> E0302 09:59:59.000000       1 authentication.go:75] "Unable to authenticate the request" err="invalid bearer token"

