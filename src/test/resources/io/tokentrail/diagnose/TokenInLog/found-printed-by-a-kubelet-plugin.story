A plugin writes the request that it makes into the kubelet's log, token and all. The token of a
Secret has no end.

cluster: 1.29.4 kubeadm
found: account data/etl
401s: 0
severity: high
confidence: 0.97
says: stood in the kubelet log; at the end of the input 1 still worked, and some never expire
remedy: stop the program from printing its token

== audit.log
09:55:00 kcm watch pods 200 started

== kubelet-n1.log
> I0302 10:00:00.204511    1311 plugin.go:145] "Calling" header="Authorization: Bearer {{token sub=system:serviceaccount:data:etl secret=etl-token-x7k2p}}"
