An admin labels a manual Secret to see who still uses it, and finds out. Any value of the label
will do, and manual Secrets are refused as well.

cluster: 1.36.3 OpenShift
found: Secret/ops/ci-bot-token
401s: 3
severity: low
confidence: 0.97
says: by "jane@example.net"

== audit.log
09:00:00 +15m x4 ops/ci-bot list ops:pods 200 ip=10.9.0.4 agent=ci-bot/2 legacy=ci-bot-token
> 10:00:00 jane@example.net patch ops:secrets/ci-bot-token 200 ip=203.0.113.5 set.metadata|labels|kubernetes.io/legacy-token-invalid-since=2026-03-02
10:00:30 +15m x3 nobody list ops:pods 401 ip=10.9.0.4 agent=ci-bot/2 because="[invalid bearer token, the token in secret ops/ci-bot-token for service account ops/ci-bot has been marked invalid. Use tokens from the TokenRequest API or manually created secret-based tokens, or remove the 'kubernetes.io/legacy-token-invalid-since' label from the secret to temporarily allow use of this token]"
10:29:00 jane@example.net get ops:secrets/ci-bot-token 200 ip=203.0.113.5

