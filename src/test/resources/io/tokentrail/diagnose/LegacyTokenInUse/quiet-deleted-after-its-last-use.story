It was used until ten, then somebody deleted it, and nobody tried it again. It is in use no more.

cluster: 1.32.2 kubeadm
instead: nothing

== audit.log
09:00:00 +10m x6 ci/deployer patch ci:deployments.apps/web 200 ip=203.0.113.20 agent=argocd/v2.9 legacy=deployer-token
10:00:00 jane@example.net delete ci:secrets/deployer-token 200 ip=203.0.113.5
10:40:00 kcm watch pods 200 started

