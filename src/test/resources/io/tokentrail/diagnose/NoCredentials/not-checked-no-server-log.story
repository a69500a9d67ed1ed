Whether a bad credential was sent or none, only the API server's log can tell.

cluster: 1.30.1 EKS
missing: a kube-apiserver log

== audit.log
10:00:00 +10s x20 nobody get /healthz 401 ip=192.0.2.250 agent=ELB-HealthChecker/2.0

