The policy logs no serviceaccounts/token, and there is no snapshot: when a token was due is unknown.

cluster: 1.29.3 AKS
missing: TokenRequests in the audit log

== audit.log
10:11:10 +40s x4 nobody list shop:configmaps 401 ip=10.1.0.8 agent=ledger/1.4

