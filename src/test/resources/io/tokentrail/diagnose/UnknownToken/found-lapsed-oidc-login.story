A developer's OIDC login has lapsed; kubectl goes on with the old id token.

cluster: 1.33.0 OpenShift
found: stranger 203.0.113.44 kubectl/v1.33.0 (darwin/arm64) kubernetes/60a317e
401s: 4
severity: info
confidence: 0.92
says: A client at 203.0.113.44
remedy: lapsed login heals with a new one

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +20s x4 nobody list shop:pods 401 ip=203.0.113.44 agent="kubectl/v1.33.0 (darwin/arm64) kubernetes/60a317e" because="[invalid bearer token, oidc: verify token: oidc: token is expired (Token Expiry: 2026-03-02 09:58:11 +0000 UTC)]"

== kube-apiserver.log
> E0302 09:59:59.000000       1 authentication.go:75] "Unable to authenticate the request" err="[invalid bearer token, oidc: verify token: oidc: token is expired (Token Expiry: 2026-03-02 09:58:11 +0000 UTC)]"

