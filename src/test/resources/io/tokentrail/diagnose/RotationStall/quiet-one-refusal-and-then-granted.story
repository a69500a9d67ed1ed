A TokenRequest fails once, as one does when an API server restarts; the next sync brings the token.

cluster: 1.33.0 kubeadm
instead: nothing

== audit.log
10:00:00 node:n1 token billing/tax 201 pod=tax-1 ttl=600 jti=a
10:08:10 node:n1 token billing/tax 500 pod=tax-1 ttl=600 message="Internal error occurred: etcdserver: leader changed"
10:08:50 node:n1 token billing/tax 201 pod=tax-1 ttl=600 jti=b
10:00:30 +60s x8 billing/tax list billing:configmaps 200 pod=tax-1 jti=a
10:09:30 +60s x5 billing/tax list billing:configmaps 200 pod=tax-1 jti=b
10:15:00 kcm watch pods 200 started

== cluster
node n1 192.0.2.1
account billing/tax
pod billing/tax-1 account=tax ip=10.1.0.8 token=600

