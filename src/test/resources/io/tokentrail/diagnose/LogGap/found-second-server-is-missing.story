Two API servers, one audit log: the other one's static pod runs, its log was not collected.

cluster: 1.33.2 kubeadm
found: missing API servers
401s: 0
severity: medium
confidence: 0.9
says: cp-1

== cp-2/audit.log
10:00:00 +30s x20 kcm watch pods 200 started

== kube-apiserver-cp-2.log
I0302 10:00:00.000001       1 server.go:176] "Golang settings" GOGC="" GOMAXPROCS=""
E0302 10:00:05.000000       1 authentication.go:75] "Unable to authenticate the request" err="invalid bearer token"

== cluster
node n1 192.0.2.1
> flags --anonymous-auth=false

