The policy leaves out ResponseStarted to save room: it leaves out every 401 with it.

cluster: 1.30.1 kubeadm
found: no ResponseStarted
401s: 0
severity: medium
confidence: 0.9
says: this audit policy hides every 401
remedy: take ResponseStarted out of omitStages

== audit.log
> 10:00:00 +10s x210 jane list shop:pods 200
