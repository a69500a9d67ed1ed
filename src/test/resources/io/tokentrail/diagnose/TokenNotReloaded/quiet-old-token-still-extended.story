The program keeps its first token, and nothing fails: the API server extends it to a year.

cluster: 1.30.6 EKS
instead: STALE_TOKEN_USE

== audit.log
09:55:00 kcm watch pods 200 started
08:00:00 node:n1 token shop/ledger 201 pod=ledger-1 ttl=3607 jti=a1
08:48:20 node:n1 token shop/ledger 201 pod=ledger-1 ttl=3607 jti=a2
08:10:00 +10m x5 shop/ledger list shop:configmaps 200 pod=ledger-1 jti=a1
09:10:07 +10m x3 shop/ledger list shop:configmaps 200 pod=ledger-1 jti=a1 stale=600

== cluster
node n1 192.0.2.1
account shop/ledger
pod shop/ledger-1 account=ledger ip=10.1.0.8 injected

