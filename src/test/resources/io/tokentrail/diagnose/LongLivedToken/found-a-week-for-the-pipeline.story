kubectl create token --duration=168h: bound to nothing, whoever has a copy can use it for a week.

cluster: 1.31.4 kubeadm
found: account ci/deployer
401s: 0
severity: medium
confidence: 0.95
says: lives 7 days
remedy: kubectl create token -n ci deployer --duration=1h

== audit.log
> 10:00:00 jane@example.net token ci/deployer 201 ip=203.0.113.5 ttl=604800
10:40:00 kcm watch pods 200 started

