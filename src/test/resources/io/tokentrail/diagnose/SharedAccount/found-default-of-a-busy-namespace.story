Nobody names an account, so all run as default.

cluster: 1.29.3 EKS
found: account data/default
401s: 0
severity: low
confidence: 0.95
says: DaemonSet/agent, Deployment/etl, StatefulSet/store

== cluster
node n1 192.0.2.1
account data/default
> pod data/etl-5d8f-a1 ip=10.1.0.1 injected owner=ReplicaSet/etl-5d8f
pod data/agent-x2k4p ip=10.1.0.2 injected owner=DaemonSet/agent
pod data/store-0 ip=10.1.0.3 injected owner=StatefulSet/store

