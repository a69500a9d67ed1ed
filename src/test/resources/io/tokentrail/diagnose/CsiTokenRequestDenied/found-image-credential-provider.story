No volume at all: an image credential provider on the node asks for a token of its own audience and
lacks the RBAC verb (1.34).

cluster: 1.34.4 kubeadm
found: account billing/payout
401s: 0
severity: high
confidence: 0.96
says: refused tokens for the audience "kms.example.net"
remedy: request-serviceaccounts-token-audience

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 +90s x4 node:n2 token billing/payout 403 pod=payout-1 aud=kms.example.net ttl=3600 message="serviceaccounts \"payout\" is forbidden: audience \"kms.example.net\" not found in pod spec volume, system:node:n2 is not authorized to request tokens for this audience"

== cluster
node n2 192.0.2.2
account billing/payout
pod billing/payout-1 account=payout node=n2 ip=10.2.0.4 injected

