86400 s is what IRSA and Pod Identity ask for: a day, not more.

cluster: 1.32.3 EKS
instead: nothing

== cluster
node n1 192.0.2.1
account billing/reports
pod billing/reports-1 account=reports ip=10.1.0.7 token=86400:sts.amazonaws.com injected

