Reports was deployed with the kubeconfig of the staging cluster: same program, token of elsewhere.

cluster: 1.29.5 kubeadm
found: account billing/reports
401s: 6
severity: low
confidence: 0.92
says: A program of billing/reports sends tokens
remedy: kubectl get pods -n billing

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +10m x6 nobody list billing:configmaps 401 from=billing/reports-1 agent=reports/1.4 because="invalid bearer token"

== kube-apiserver.log
> E0302 09:59:59.000000       1 authentication.go:75] "Unable to authenticate the request" err="invalid bearer token"

== cluster
node n1 192.0.2.1
account billing/reports
pod billing/reports-1 account=reports ip=10.1.0.8 injected

