Every pod on EKS with a role has a token for sts.amazonaws.com beside its API token. This one was
accepted all the morning; what it sends from ten o'clock on is no token of the cluster at all.

cluster: 1.31.2 EKS
instead: UNEXPLAINED

== audit.log
09:00:00 +5m x10 billing/reports list billing:configmaps 200 pod=reports-1
10:00:10 +45s x8 nobody list billing:configmaps 401 from=billing/reports-1 agent=reports/1.4

== cluster
node n1 192.0.2.1
account billing/reports
pod billing/reports-1 account=reports ip=10.1.0.7 injected token=86400:sts.amazonaws.com

