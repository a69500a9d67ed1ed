Expired by the API server's words, but neither lifetimes nor the sender are known: candidates are
named, none is claimed.

cluster: 1.28.2 OpenShift
found: unexplained 10.1.0.8 reports/1.4
401s: 4
runner-up: ROTATION_STALL
severity: low
confidence: 0
says: the API server said expired

== audit.log
09:50:00 kcm watch pods 200 started
> 10:00:00 nobody list billing:configmaps 401 ip=10.1.0.8 agent=reports/1.4 because="[invalid bearer token, service account token has expired]"
10:01:00 +60s x3 nobody list billing:configmaps 401 ip=10.1.0.8 agent=reports/1.4 because="[invalid bearer token, service account token has expired]"

