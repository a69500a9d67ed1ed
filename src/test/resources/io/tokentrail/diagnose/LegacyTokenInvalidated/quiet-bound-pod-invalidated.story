"service account token has been invalidated", with a small s, is a token bound to a pod that is
gone, no Secret.

cluster: 1.30.3 kubeadm
instead: BOUND_OBJECT_GONE

== audit.log
10:00:00 +30s x6 shop/cart list shop:pods 200 pod=cart-1 ip=10.1.0.8
10:03:00 node:n1 delete shop:pods/cart-1 200
10:04:30 +30s x4 nobody list shop:pods 401 ip=10.1.0.8 agent=cart/1.4 seeks=shop:pods/cart-1 because="[invalid bearer token, service account token has been invalidated]"

== cluster
account ci/nightly secrets=nightly-token-x7k2p
secret ci/nightly-token-x7k2p account=nightly invalid-since=2026-02-20 last-used=2024-01-10

