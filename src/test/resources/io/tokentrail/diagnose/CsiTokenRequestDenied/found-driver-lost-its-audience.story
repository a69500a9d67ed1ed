Somebody took the audience out of the CSIDriver. From 1.33 on the kubelet is refused the token, and
pods with that volume do not start.

cluster: 1.33.2 kubeadm
found: CSIDriver/secrets-store.csi.k8s.io
401s: 0
severity: high
confidence: 0.96
says: refused tokens for the audience "vault"
remedy: kubectl get csidriver secrets-store.csi.k8s.io

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 +2m x5 node:n1 token shop/pricing 403 pod=pricing-1 aud=vault ttl=3600 message="serviceaccounts \"pricing\" is forbidden: audience \"vault\" not found in pod spec volume, system:node:n1 is not authorized to request tokens for this audience"

== cluster
node n1 192.0.2.1
account shop/pricing
pod shop/pricing-1 account=pricing csi=secrets-store.csi.k8s.io phase=Pending created=2026-03-02T09:59:58Z
> csidriver secrets-store.csi.k8s.io

