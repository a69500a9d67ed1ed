A client that reads its token once, under --service-account-extend-token-expiration=false: it is
refused from 3607 s after its start on, until somebody restarts it.

cluster: 1.26.9 kubeadm
found: pod reports-1
401s: 17
severity: high
confidence: 0.93
says: billing/reports

== audit.log
08:00:00 node:n1 token billing/reports 201 pod=reports-1 ttl=3607
> 08:48:20 node:n1 token billing/reports 201 pod=reports-1 ttl=3607
09:36:40 node:n1 token billing/reports 201 pod=reports-1 ttl=3607
08:01:00 +2m x30 billing/reports list billing:configmaps 200 pod=reports-1 agent=python-requests/2.19
09:01:20 +2m x17 nobody list billing:configmaps 401 from=billing/reports-1 agent=python-requests/2.19 because="[invalid bearer token, service account token has expired]"

== cluster
node n1 192.0.2.1
account billing/reports
pod billing/reports-1 account=reports ip=10.1.0.8 token=3607 created=2026-03-02T07:59:58Z
flags --service-account-extend-token-expiration=false

