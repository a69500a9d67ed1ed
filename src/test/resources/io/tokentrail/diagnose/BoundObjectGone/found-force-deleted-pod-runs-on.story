The node was cut off and the pod deleted by force; its process runs on with a token bound to a pod
that is no more.

cluster: 1.28.4 kubeadm
found: Pod/data/etl-0
401s: 7
runner-up: LEGACY_SECRET_MISSING
severity: high
confidence: 0.97
says: tokens bound to it are refused
remedy: kubectl get pod -n data etl-0

== audit.log
09:50:00 +60s x10 data/etl list data:jobs.batch 200 pod=etl-0
> 10:00:00 jane@example.net delete data:pods/etl-0 200 ip=203.0.113.5
> 10:01:10 +45s x7 nobody list data:jobs.batch 401 ip=10.1.0.8 agent=etl/1.4 seeks=data:pods/etl-0 because="[invalid bearer token, service account token has been invalidated]"

