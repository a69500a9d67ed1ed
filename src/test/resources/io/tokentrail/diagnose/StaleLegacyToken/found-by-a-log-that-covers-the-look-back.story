1.26 has no last-used labels, but the audit log covers 90 days, and nobody used the Secret.

cluster: 1.26.4 kubeadm
found: Secret/ci/runner-token
401s: 0
severity: low
confidence: 0.95
says: the audit log shows no use

== audit.log
2026-03-01T12:00:00 node:n1 token shop/cart 201
2025-11-30T00:00:00 +12h x186 shop/cart list shop:pods 200 pod=cart-1
2025-11-30T00:00:30 +12h x186 kcm watch pods 200 started

== cluster 2026-03-02T12:00:00Z
node n1 192.0.2.1
account ci/runner
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 injected
deployment ci/runner account=runner
daemonset ops/agent account=agent
cronjob ops/sweep account=sweep
> secret ci/runner-token account=runner

