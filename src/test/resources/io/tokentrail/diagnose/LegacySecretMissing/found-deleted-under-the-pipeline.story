Jane cleans up and deletes the Secret that the pipeline's runner outside of the cluster uses. The
API server looks for it before each refusal.

cluster: 1.29.6 kubeadm
found: Secret/ci/deployer-token
401s: 5
runner-up: LEGACY_TOKEN_INVALIDATED
severity: high
confidence: 0.97
says: was deleted by "jane@example.net" at 2026-03-02 10:05:00 UTC
remedy: kubectl create token -n ci deployer

== audit.log
10:00:00 +60s x5 ci/deployer patch ci:deployments.apps/web 200 ip=203.0.113.20 agent=argocd/v2.9 legacy=deployer-token
> 10:05:00 jane@example.net delete ci:secrets/deployer-token 200 ip=203.0.113.5
> 10:05:30 +60s x5 nobody patch ci:deployments.apps/web 401 ip=203.0.113.20 agent=argocd/v2.9 seeks=ci:secrets/deployer-token because="[invalid bearer token, Token has been invalidated]"

