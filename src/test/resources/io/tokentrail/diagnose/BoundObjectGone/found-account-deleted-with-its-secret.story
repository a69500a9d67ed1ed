Jane deletes an account. The tokens controller deletes its token Secret a moment later, and an export job
outside still sends that token: the API server looks for the Secret first. A pod of the account has a token of
its own, for which it looks for the account.

cluster: 1.36.3 kubeadm
found: ServiceAccount/ci/search
401s: 10
severity: high
confidence: 0.97
besides: TOKEN_USED_BY_PERSON
says: was deleted by "jane@example.net" at 2026-03-02 10:05:00 UTC
remedy: kubectl get pods -n ci
runner-up: LEGACY_SECRET_MISSING

== audit.log
10:00:00 +60s x5 ci/search list ci:pods 200 ip=203.0.113.20 agent=export/1 legacy=search-token
10:00:10 +60s x5 ci/search list ci:services 200 pod=search-1 agent=search/1
> 10:05:00 jane@example.net delete ci:serviceaccounts/search 200 ip=203.0.113.5
10:05:01 kcm delete ci:secrets/search-token 200
10:05:30 +60s x5 nobody list ci:pods 401 ip=203.0.113.20 agent=export/1 seeks=ci:secrets/search-token because="[invalid bearer token, Token has been invalidated]"
10:05:40 +60s x5 nobody list ci:services 401 from=ci/search-1 agent=search/1 seeks=ci:serviceaccounts/search because="[invalid bearer token, serviceaccounts \"search\" not found]"

== cluster 2026-03-02T09:00:00Z
node n1 192.0.2.1
account ci/search
secret ci/search-token account=search
pod ci/search-1 account=search ip=10.1.0.7
