The API server's words are none that any version of Kubernetes has: a webhook's.

cluster: 1.33.1 kubeadm
found: unexplained 10.1.0.8 reports/1.4
401s: 6
severity: low
confidence: 0
says: the API server said

== audit.log
09:50:00 kcm watch pods 200 started
> 10:00:00 nobody list billing:configmaps 401 ip=10.1.0.8 agent=reports/1.4 because="[invalid bearer token, guard: device posture check failed]"
10:01:00 +60s x5 nobody list billing:configmaps 401 ip=10.1.0.8 agent=reports/1.4 because="[invalid bearer token, guard: device posture check failed]"

