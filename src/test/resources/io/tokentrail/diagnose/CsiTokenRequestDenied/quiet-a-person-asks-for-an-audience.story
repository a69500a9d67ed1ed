A developer may not create tokens at all, whatever the audience: RBAC, and no node.

cluster: 1.33.2 kubeadm
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +30s x3 dev@example.net token shop/pricing 403 ip=203.0.113.5 aud=vault ttl=3600 message="serviceaccounts \"pricing\" is forbidden: User \"dev@example.net\" cannot create resource \"serviceaccounts/token\" in API group \"\" in the namespace \"shop\""

== cluster
node n1 192.0.2.1
pod shop/pricing-1 account=pricing csi=secrets-store.csi.k8s.io ip=10.1.0.4
csidriver secrets-store.csi.k8s.io audiences=vault

