Two Secrets carry the label, nobody tries them: that is the cleaner at its work. The 401s are a
stranger's.

cluster: 1.32.1 kubeadm
instead: UNKNOWN_TOKEN

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +2m x5 nobody list kube-system:secrets 401 ip=198.51.100.7 agent=python-requests/2.31 because="invalid bearer token"

== cluster
account ci/nightly secrets=nightly-token-x7k2p,nightly-token-m2m2m
secret ci/nightly-token-x7k2p account=nightly invalid-since=2026-02-20 last-used=2024-01-10
secret ci/nightly-token-m2m2m account=nightly invalid-since=2026-02-20 last-used=2024-01-10

