--legacy-service-account-token-clean-up-period=720h: thirty days after its label it should be gone,
and two months are over.

cluster: 1.33.0 kubeadm
found: Secret/ci/runner-token-m2m2m
401s: 0
severity: low
confidence: 0.9
says: ci/runner-token-m2m2m is invalid

== cluster
account ci/runner secrets=runner-token-m2m2m
tracking 2024-02-18
manager-flags --legacy-service-account-token-clean-up-period=720h
> secret ci/runner-token-m2m2m account=runner last-used=2025-08-09 invalid-since=2025-12-20

