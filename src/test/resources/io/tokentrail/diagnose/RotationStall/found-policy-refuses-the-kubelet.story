A ValidatingAdmissionPolicy refuses the kubelet's TokenRequests: status 422, though the words say
"is forbidden". Billing's tokens of ten minutes die, and its programs are refused.

cluster: 1.36.3 kubeadm
found: account billing/tax
401s: 5
runner-up: TOKEN_NOT_RELOADED
severity: high
confidence: 0.95
says: (status 422)
remedy: --as=system:node:n1

== audit.log
10:00:00 node:n1 token billing/tax 201 pod=tax-1 ttl=600 jti=a
10:00:30 +60s x10 billing/tax list billing:configmaps 200 pod=tax-1 jti=a
> 10:08:10 +70s x8 node:n1 token billing/tax 422 pod=tax-1 ttl=600 message="serviceaccounts \"tax\" is forbidden: ValidatingAdmissionPolicy 'restrict-token-requests' with binding 'restrict-token-requests' denied request: audiences must be set"
10:11:10 +60s x5 nobody list billing:configmaps 401 from=billing/tax-1 agent=tax/1.4 because="[invalid bearer token, service account token has expired]"

== cluster
node n1 192.0.2.1
account billing/tax
pod billing/tax-1 account=tax ip=10.1.0.8 token=600

