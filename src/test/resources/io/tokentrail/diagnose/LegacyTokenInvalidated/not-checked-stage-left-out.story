Secrets carry the label, but the policy leaves ResponseStarted out: a 401 would not be seen.

cluster: 1.30.1 kubeadm
missing: ResponseStarted

== audit.log
10:00:00 shop/cart list shop:pods 200 pod=cart-1

== cluster
account ci/nightly secrets=nightly-token-x7k2p
secret ci/nightly-token-x7k2p account=nightly invalid-since=2026-02-20

