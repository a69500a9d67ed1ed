A client accepts only XML. The API server cannot answer in it, and so its own words survive in the
event: no credentials provided.

cluster: 1.34.4 kubeadm
found: without credentials legacy-monitor/3.1
401s: 2
severity: info
confidence: 0.97
says: sends requests without credentials

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 +30s x2 nobody get /version 401 ip=192.0.2.77 agent=legacy-monitor/3.1 attempted="no credentials provided"

