The nightly job runs once a month. The cleaner marked its token while it slept; the API server
names the Secret in its refusal.

cluster: 1.33.1 kubeadm
found: Secret/ci/nightly-token-x7k2p
401s: 5
runner-up: LEGACY_SECRET_MISSING
severity: high
confidence: 0.97
says: labelled invalid and still tried
remedy: kubectl label secret -n ci nightly-token-x7k2p kubernetes.io/legacy-token-invalid-since-

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +2m x5 nobody list ci:pods 401 ip=203.0.113.20 agent=nightly/1 because="[invalid bearer token, the token in secret ci/nightly-token-x7k2p for service account ci/nightly has been marked invalid. Use tokens from the TokenRequest API or manually created secret-based tokens, or remove the 'kubernetes.io/legacy-token-invalid-since' label from the secret to temporarily allow use of this token]"

== cluster
account ci/nightly secrets=nightly-token-x7k2p
> secret ci/nightly-token-x7k2p account=nightly invalid-since=2026-02-20

