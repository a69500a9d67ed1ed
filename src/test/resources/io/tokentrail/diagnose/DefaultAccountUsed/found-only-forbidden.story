A library tries to read its namespace's ConfigMaps, and may not: all forbidden.

cluster: 1.29.4 EKS
found: account data/default
401s: 0
severity: low
confidence: 0.97
says: all of them were forbidden

== audit.log
> 10:00:00 +60s x3 data/default list data:configmaps 403 pod=job-1 agent=spark/3.5 forbid message="configmaps is forbidden: User \"system:serviceaccount:data:default\" cannot list resource \"configmaps\""

