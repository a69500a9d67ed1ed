The account got a second Secret two years ago, and everybody moved to that one. The first was left.

cluster: 1.28.4 kubeadm
found: Secret/ci/runner-token
401s: 0
severity: low
confidence: 0.95
besides: LEGACY_TOKEN_IN_USE
says: ci/runner-token holds a token that never expires

== cluster
node n1 192.0.2.1
account ci/runner
pod ci/runner-1 account=runner ip=10.1.0.8 secret=runner-token-2
deployment ci/runner account=runner secret=runner-token-2
daemonset ops/agent account=agent
cronjob ops/sweep account=sweep
tracking 2024-02-18
> secret ci/runner-token account=runner created=2022-05-06T07:08:09Z
secret ci/runner-token-2 account=runner last-used=2026-03-02
