The file holds the dead token because the kubelet is refused: reading it again would not help.

cluster: 1.35.0 kubeadm
instead: ROTATION_STALL

== audit.log
10:00:00 node:n1 token billing/tax 201 pod=tax-1 ttl=600 jti=a
10:00:30 +60s x10 billing/tax list billing:configmaps 200 pod=tax-1 jti=a
10:08:10 +70s x8 node:n1 token billing/tax 403 pod=tax-1 ttl=600 message="serviceaccounts \"tax\" is forbidden: User \"system:node:n1\" cannot create resource \"serviceaccounts/token\" in API group \"\" in the namespace \"billing\": no relationship found between node 'n1' and this object"
10:11:10 +60s x5 nobody list billing:configmaps 401 from=billing/tax-1 agent=tax/1.4 because="[invalid bearer token, service account token has expired]"

== cluster
node n1 192.0.2.1
account billing/tax
pod billing/tax-1 account=tax ip=10.1.0.8 token=600

