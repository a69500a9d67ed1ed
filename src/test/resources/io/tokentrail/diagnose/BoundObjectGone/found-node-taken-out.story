An agent at the edge got a token that is bound to its Node. Jane takes the Node out of the cluster; the agent
goes on.

cluster: 1.36.3 kubeadm
found: Node/edge-7
401s: 5
severity: high
confidence: 0.97
says: was deleted by "jane@example.net" at 2026-03-02 10:05:00 UTC
remedy: kubectl get node edge-7

== audit.log
10:00:00 +60s x5 edge/agent list edge:configmaps 200 ip=198.51.100.57 agent=edge-agent/1 jti=a
> 10:05:00 jane@example.net delete nodes/edge-7 200 ip=203.0.113.5
> 10:05:30 +60s x5 nobody list edge:configmaps 401 ip=198.51.100.57 agent=edge-agent/1 seeks=nodes/edge-7 because="[invalid bearer token, service account token has been invalidated]"

== cluster 2026-03-02T09:00:00Z
node edge-7 198.51.100.57
