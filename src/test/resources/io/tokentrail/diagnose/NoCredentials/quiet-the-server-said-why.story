Every 401 of the client has its line in the API server's log: it sent a credential, a bad one.

cluster: 1.31.4 kubeadm
instead: UNKNOWN_TOKEN

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +10s x12 nobody get /healthz 401 ip=192.0.2.250 agent=ELB-HealthChecker/2.0 because="invalid bearer token"

