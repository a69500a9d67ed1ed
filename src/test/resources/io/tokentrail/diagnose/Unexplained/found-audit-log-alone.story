Nothing but the audit log: the pod is known by its earlier requests, the reason is not.

cluster: 1.31.4 EKS
found: account billing/reports
401s: 25
severity: medium
confidence: 0
says: What would decide: the kube-apiserver log

== audit.log
09:50:00 +60s x10 billing/reports list billing:configmaps 200 pod=reports-1
> 10:00:00 nobody list billing:configmaps 401 ip=10.1.0.8 agent=reports/1.4
10:01:00 +60s x24 nobody list billing:configmaps 401 ip=10.1.0.8 agent=reports/1.4

