The service account was deleted; the tokens controller deleted its Secrets a second later. What
went is the account.

cluster: 1.30.3 kubeadm
instead: BOUND_OBJECT_GONE

== audit.log
10:00:00 +60s x5 ci/search list ci:pods 200 ip=203.0.113.20 agent=search/1 legacy=search-token
10:05:00 jane@example.net delete ci:serviceaccounts/search 200 ip=203.0.113.5
10:05:01 kcm delete ci:secrets/search-token 200
10:05:30 +60s x5 nobody list ci:pods 401 ip=203.0.113.20 agent=search/1 seeks=ci:secrets/search-token because="[invalid bearer token, Token has been invalidated]"

== cluster 2026-03-02T09:00:00Z
account ci/search
secret ci/search-token account=search

