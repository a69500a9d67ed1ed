An agent outside holds a token that is bound to its Node. Jane deletes the Node, and it registers again: another
object to the API server, which names both UIDs and neither the node nor the account. Look-ups are not logged.

cluster: 1.36.3 kubeadm
found: Node/edge-7
401s: 6
severity: high
confidence: 0.97
says: was deleted by "jane@example.net" at 2026-03-02 10:05:00 UTC and made again with another UID
remedy: kubectl get node edge-7

== audit.log
10:00:00 +60s x5 edge/agent list edge:pods 200 ip=198.51.100.57 agent=edge-agent/1 jti=a
> 10:05:00 jane@example.net delete nodes/edge-7 200 ip=203.0.113.5
> 10:05:20 jane@example.net create nodes/edge-7 201 ip=203.0.113.5
10:05:12 nobody list edge:pods 401 ip=198.51.100.57 agent=edge-agent/1 because="[invalid bearer token, service account token has been invalidated]"
10:06:00 +60s x5 nobody list edge:pods 401 ip=198.51.100.57 agent=edge-agent/1 because="[invalid bearer token, node UID (7c0a62d5-d548-4a46-8847-000000000002) does not match service account node ref claim (7c0a62d5-d548-4a46-8847-000000000001)]"
10:00:30 +60s x5 shop/batch list shop:pods 200 pod=batch-1 jti=b
10:04:00 jane@example.net delete shop:pods/batch-1 200 ip=203.0.113.5

== cluster 2026-03-02T09:00:00Z
node n1 192.0.2.1
node edge-7 198.51.100.57 uid=7c0a62d5-d548-4a46-8847-000000000001
account edge/agent
account shop/batch
pod shop/batch-1 account=batch node=n1 ip=10.1.0.8 injected
