A Secret's token never goes stale: it has no threshold.

cluster: 1.32.1 kubeadm
instead: LEGACY_TOKEN_IN_USE

== audit.log
10:00:00 +10m x6 ci/deployer list ci:pods 200 ip=203.0.113.20 legacy=deployer-token

