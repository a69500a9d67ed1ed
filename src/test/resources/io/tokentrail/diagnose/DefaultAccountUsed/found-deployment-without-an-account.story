Somebody forgot serviceAccountName, and gave default the rights instead.

cluster: 1.31.4 kubeadm
found: account shop/default
401s: 0
severity: low
confidence: 0.97
says: 6 requests as shop/default
remedy: kubectl create serviceaccount -n shop

== audit.log
> 10:00:00 +60s x6 shop/default list shop:configmaps 200 pod=web-5d8-k2x agent=web/1.4

