Tokens that no authenticator of the API server knows are shown to a webhook, which is down for a minute. The scanner's
tokens are no better known for that.

cluster: 1.36.3 kubeadm
found: stranger 198.51.100.7 zgrab/0.x
401s: 12
severity: info
confidence: 0.92
says: that no account of this cluster has

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 +30s x8 nobody list kube-system:secrets 401 ip=198.51.100.7 agent=zgrab/0.x because="invalid bearer token"
10:04:00 +30s x4 nobody list kube-system:secrets 401 ip=198.51.100.7 agent=zgrab/0.x because="[invalid bearer token, the server is currently unable to handle the request]"
