A Go client older than 0.15.7 reads its token once. For a year nothing fails.

cluster: 1.30.6 EKS
found: account shop/ledger
401s: 0
severity: low
confidence: 0.97
says: used a token past its warning threshold in 4 requests
remedy: --field-selector spec.serviceAccountName=ledger

== audit.log
08:10:00 +10m x5 shop/ledger list shop:configmaps 200 pod=ledger-1 jti=a
> 09:10:07 +10m x4 shop/ledger list shop:configmaps 200 pod=ledger-1 jti=a stale=600

