The audit log alone: a policy refuses the kubelet's TokenRequests for one account, again and again, and the
account's program is refused some minutes later. How long its tokens live nobody knows.

cluster: 1.36.3 kubeadm
found: account billing/tax
401s: 5
severity: high
confidence: 0.95
says: (status 422)

== audit.log
10:00:00 node:n1 token billing/tax 201
10:00:30 +60s x10 billing/tax list billing:configmaps 200 ip=10.1.0.8 agent=tax/1.4
> 10:08:10 +70s x8 node:n1 token billing/tax 422 message="serviceaccounts \"tax\" is forbidden: ValidatingAdmissionPolicy 'restrict-token-requests' with binding 'restrict-token-requests' denied request: audiences must be set"
10:11:10 +60s x5 nobody list billing:configmaps 401 ip=10.1.0.8 agent=tax/1.4
