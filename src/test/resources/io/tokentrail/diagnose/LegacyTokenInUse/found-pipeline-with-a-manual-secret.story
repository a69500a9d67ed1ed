The CI server outside of the cluster logs in with a Secret's token; the log names the Secret (1.29).

cluster: 1.33.1 kubeadm
found: Secret/ci/deployer-token
401s: 0
severity: low
confidence: 0.95
says: authenticates with a Secret-based token
remedy: kubectl create token -n ci deployer --duration=1h

== audit.log
> 10:00:00 +10m x6 ci/deployer patch ci:deployments.apps/web 200 ip=203.0.113.20 agent=argocd/v2.9 legacy=deployer-token

