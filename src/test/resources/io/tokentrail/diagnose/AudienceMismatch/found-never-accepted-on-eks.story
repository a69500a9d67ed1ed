EKS gives no API server log. Reports has only the token for sts.amazonaws.com that IRSA injects,
and is refused on each of its requests; nothing of it was ever accepted.

cluster: 1.33.1 EKS
found: account billing/reports
401s: 8
severity: high
confidence: 0.55..0.7
says: its pods mount a token for another audience

== audit.log
10:00:00 shop/cart list shop:pods 200 pod=cart-1 ip=10.1.0.9
10:00:10 +45s x8 nobody list billing:configmaps 401 from=billing/reports-7c9-mm4 agent=reports/0.9

== cluster
node n1 192.0.2.1
account billing/reports
> pod billing/reports-7c9-mm4 account=reports ip=10.1.0.7 token=86400:sts.amazonaws.com
pod shop/cart-1 account=cart ip=10.1.0.9 injected

