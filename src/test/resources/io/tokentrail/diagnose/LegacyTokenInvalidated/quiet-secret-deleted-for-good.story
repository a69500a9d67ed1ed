The refusal says "Token has been invalidated", which is of a Secret that is gone: the words are
alike, the label is not there.

cluster: 1.31.0 kubeadm
instead: LEGACY_SECRET_MISSING

== audit.log
10:00:00 +60s x5 ci/deployer patch ci:deployments.apps/web 200 ip=203.0.113.20 agent=argocd/v2.9 legacy=deployer-token
10:05:00 jane@example.net delete ci:secrets/deployer-token 200 ip=203.0.113.5
10:05:30 +60s x5 nobody patch ci:deployments.apps/web 401 ip=203.0.113.20 agent=argocd/v2.9 seeks=ci:secrets/deployer-token because="[invalid bearer token, Token has been invalidated]"

