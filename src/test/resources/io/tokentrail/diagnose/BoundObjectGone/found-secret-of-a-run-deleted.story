Each run of a pipeline gets a token that is bound to the run's own Secret, so that it dies with it. Jane
removes the Secret of a run that still goes on. The Secret never held the token.

cluster: 1.34.4 kubeadm
found: Secret/ci/run-81
401s: 5
severity: high
confidence: 0.97
says: was deleted by "jane@example.net" at 2026-03-02 10:05:00 UTC
remedy: kubectl get secret -n ci run-81
runner-up: LEGACY_SECRET_MISSING

== audit.log
10:00:00 +60s x5 ci/runner list ci:jobs.batch 200 ip=203.0.113.20 agent=runner/2 jti=a
> 10:05:00 jane@example.net delete ci:secrets/run-81 200 ip=203.0.113.5
> 10:05:30 +60s x5 nobody list ci:jobs.batch 401 ip=203.0.113.20 agent=runner/2 seeks=ci:secrets/run-81 because="[invalid bearer token, service account token has been invalidated]"
