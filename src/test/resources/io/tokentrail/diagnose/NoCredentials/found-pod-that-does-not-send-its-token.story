A prober's pod has a token that it does not send; anonymous access is off. Another program with the same common
agent, elsewhere, sends a token that is past its end.

cluster: 1.36.3 kubeadm
found: without credentials Go-http-client/1.1
401s: 8
severity: info
confidence: 0.9
besides: UNKNOWN_TOKEN
says: 10.1.0.9 (pod monitoring/prober-1)

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 +60s x8 nobody get /version 401 ip=10.1.0.9 agent=Go-http-client/1.1
10:00:05 +60s x8 nobody list ops:jobs.batch 401 ip=198.51.100.7 agent=Go-http-client/1.1 because="invalid bearer token"

== cluster
flags --anonymous-auth=false
node n1 192.0.2.1
account monitoring/prober
pod monitoring/prober-1 account=prober ip=10.1.0.9 injected
