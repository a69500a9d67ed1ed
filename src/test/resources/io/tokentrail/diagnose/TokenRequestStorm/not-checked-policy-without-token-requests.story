The audit policy has no rule for serviceaccounts/token.

cluster: 1.29.2 AKS
missing: an audit policy that logs serviceaccounts/token

== audit.log
10:00:00 kcm watch pods 200 started

