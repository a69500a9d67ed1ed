The API server's log was stamped two seconds later by its collector. Stamps of a collector are no
clock of a server; the tokens had expired.

cluster: 1.33.0 kubeadm
instead: TOKEN_NOT_RELOADED

== audit.log
10:00:00 +485s x3 node:n1 token shop/ledger 201 pod=ledger-1 ttl=600 jti=a#
10:01:00 +60s x10 shop/ledger list shop:configmaps 200 pod=ledger-1 jti=a1
10:11:10 +40s x6 nobody list shop:configmaps 401 from=shop/ledger-1 agent=ledger/1.4

== kube-apiserver.log
E0302 10:11:12.102000       1 authentication.go:75] "Unable to authenticate the request" err="[invalid bearer token, service account token has expired]"
E0302 10:11:52.102000       1 authentication.go:75] "Unable to authenticate the request" err="[invalid bearer token, service account token has expired]"
E0302 10:12:32.102000       1 authentication.go:75] "Unable to authenticate the request" err="[invalid bearer token, service account token has expired]"
E0302 10:13:12.102000       1 authentication.go:75] "Unable to authenticate the request" err="[invalid bearer token, service account token has expired]"
E0302 10:13:52.102000       1 authentication.go:75] "Unable to authenticate the request" err="[invalid bearer token, service account token has expired]"
E0302 10:14:32.102000       1 authentication.go:75] "Unable to authenticate the request" err="[invalid bearer token, service account token has expired]"

== cluster
node n1 192.0.2.1
account shop/ledger
pod shop/ledger-1 account=ledger ip=10.1.0.8 token=600

