Pod syncs of three pods hang while the same kubelet refreshes two others in time. There is one node: nothing says that a log is
missing.

cluster: 1.28.4 GKE
found: node n1
401s: 0
severity: low
confidence: 0.8..0.9
runner-up: TOKEN_NOT_RELOADED
says: did not refresh the tokens of 3 pods

== audit.log
> 10:00:00 node:n1 token shop/a 201 pod=a-1 ttl=900
10:00:10 node:n1 token shop/b 201 pod=b-1 ttl=900
10:00:20 node:n1 token shop/c 201 pod=c-1 ttl=900
10:04:30 node:n1 token shop/d 201 pod=d-1 ttl=900
10:04:40 node:n1 token shop/e 201 pod=e-1 ttl=900
10:16:50 node:n1 token shop/d 201 pod=d-1 ttl=900
10:17:10 node:n1 token shop/e 201 pod=e-1 ttl=900
10:24:20 node:n1 token shop/a 201 pod=a-1 ttl=900
10:24:30 node:n1 token shop/b 201 pod=b-1 ttl=900
10:24:40 node:n1 token shop/c 201 pod=c-1 ttl=900
10:29:10 node:n1 token shop/d 201 pod=d-1 ttl=900
10:29:30 node:n1 token shop/e 201 pod=e-1 ttl=900

== cluster 2026-03-02T10:30:00Z
node n1 192.0.2.1
account shop/a
account shop/b
account shop/c
account shop/d
account shop/e
pod shop/a-1 account=a node=n1 ip=10.1.0.8 token=900
pod shop/b-1 account=b node=n1 ip=10.1.0.9 token=900
pod shop/c-1 account=c node=n1 ip=10.1.0.10 token=900
pod shop/d-1 account=d node=n1 ip=10.1.0.11 token=900
pod shop/e-1 account=e node=n1 ip=10.1.0.12 token=900
