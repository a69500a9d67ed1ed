Anonymous access is off. The load balancer asks /healthz without credentials: 401, and the API
server logs no reason for it, as it does for bad credentials.

cluster: 1.31.4 kubeadm
found: without credentials ELB-HealthChecker/2.0
401s: 20
severity: info
confidence: 0.9
besides: UNKNOWN_TOKEN
says: sends requests without credentials

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 +10s x20 nobody get /healthz 401 ip=192.0.2.250 agent=ELB-HealthChecker/2.0
10:00:05 +30s x4 nobody get /api 401 ip=198.51.100.7 agent=curl/8.5 because="invalid bearer token"

== cluster
flags --anonymous-auth=false

