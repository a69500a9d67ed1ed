A developer keeps a Secret's token in a kubeconfig and works as the deployer.

cluster: 1.31.4 kubeadm
found: account ci/deployer
401s: 0
severity: medium
confidence: 0.6..0.99
besides: LEGACY_TOKEN_IN_USE
says: from 203.0.113.7

== audit.log
10:00:00 +60s x5 shop/cart list shop:configmaps 200 pod=cart-1
> 10:01:00 +30s x8 ci/deployer list shop:pods 200 ip=203.0.113.7 agent="kubectl/v1.31.0 (darwin/arm64) kubernetes/9edcffc" legacy=deployer-token

== cluster
node n1 192.0.2.1
account shop/cart
account ci/deployer
pod shop/cart-1 account=cart ip=10.1.0.8 injected

