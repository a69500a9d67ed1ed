The CSIDriver lists the audience, and the kubelet gets its token: 201.

cluster: 1.36.3 kubeadm
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 node:n1 token shop/pricing 201 pod=pricing-1 aud=vault ttl=3600

== cluster
node n1 192.0.2.1
account shop/pricing
pod shop/pricing-1 account=pricing csi=secrets-store.csi.k8s.io ip=10.1.0.4
csidriver secrets-store.csi.k8s.io audiences=vault

