A backup agent's certificate is of another CA. Go's TLS withholds what the server's list of CAs does
not cover: nothing is sent, no line is logged.

cluster: 1.36.3 kubeadm
found: without credentials backup-agent/1.2
401s: 16
severity: info
confidence: 0.9
besides: CLIENT_CERT_REJECTED
says: no account's token is involved

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 +60s x16 nobody list ops:persistentvolumeclaims 401 ip=192.0.2.23 agent=backup-agent/1.2
10:00:30 +60s x6 nobody list secrets 401 ip=198.51.100.7 agent=osquery/5 because="verifying certificate SN=4242, SKID=, AKID= failed: x509: certificate signed by unknown authority"

== cluster
flags --anonymous-auth=false

