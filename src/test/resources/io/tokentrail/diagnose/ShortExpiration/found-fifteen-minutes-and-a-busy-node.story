900 s leave 180 s. A node with two hundred pods syncs late: 140 s.

cluster: 1.33.3 EKS
found: account ops/agent
401s: 0
severity: low
confidence: 0.88
says: live 900 s

== audit.log
> 10:00:00 +860s x4 node:n1 token ops/agent 201 pod=agent-1 ttl=900 jti=a#

== cluster
node n1 192.0.2.1
account ops/agent
pod ops/agent-1 account=agent ip=10.1.0.8 token=900

