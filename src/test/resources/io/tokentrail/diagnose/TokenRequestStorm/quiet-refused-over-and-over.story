One pod's TokenRequests are refused every minute. What is refused belongs to the cause of the
refusal.

cluster: 1.34.4 kubeadm
instead: CSI_TOKEN_REQUEST_DENIED

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +20s x60 node:n2 token billing/payout 403 pod=payout-1 aud=kms.example.net ttl=3600 message="serviceaccounts \"payout\" is forbidden: audience \"kms.example.net\" not found in pod spec volume, system:node:n2 is not authorized to request tokens for this audience"

