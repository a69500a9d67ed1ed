No server log. But a kubelet that asks for its own node and lease and is refused has a bad
certificate: it has no other credential.

cluster: 1.31.2 EKS
found: node ip-10-0-1-7.ec2.internal
401s: 6
severity: high
confidence: 0.85
says: its pods get no new tokens

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 +10s x6 nobody get kube-node-lease:leases.coordination.k8s.io/ip-10-0-1-7.ec2.internal 401 ip=10.0.1.7 agent="kubelet/v1.31.2 (linux/amd64) kubernetes/8b5c1aa"

