Two API servers behind a load balancer, one audit log. Of two nodes' tokens some are refreshed on the server that is logged and
some on the other: the kubelet that brings one in time does not hang. Requests name no pod and no credential, so that nothing
else shows the grants that the log lacks.

cluster: 1.28.4 GKE
instead: LOG_GAP

== audit.log
10:00:00 node:n1 token shop/a 201 pod=a-1 ttl=900
10:00:05 node:n2 token shop/a 201 pod=a-2 ttl=900
10:00:10 node:n1 token shop/b 201 pod=b-1 ttl=900
10:00:15 node:n2 token shop/b 201 pod=b-2 ttl=900
10:00:20 node:n1 token shop/c 201 pod=c-1 ttl=900
10:00:25 node:n2 token shop/c 201 pod=c-2 ttl=900
10:04:30 node:n1 token shop/d 201 pod=d-1 ttl=900
10:04:35 node:n2 token shop/d 201 pod=d-2 ttl=900
10:04:40 node:n1 token shop/e 201 pod=e-1 ttl=900
10:04:45 node:n2 token shop/e 201 pod=e-2 ttl=900
10:16:50 node:n1 token shop/d 201 pod=d-1 ttl=900
10:16:55 node:n2 token shop/d 201 pod=d-2 ttl=900
10:17:10 node:n1 token shop/e 201 pod=e-1 ttl=900
10:17:15 node:n2 token shop/e 201 pod=e-2 ttl=900
10:24:20 node:n1 token shop/a 201 pod=a-1 ttl=900
10:24:25 node:n2 token shop/a 201 pod=a-2 ttl=900
10:24:30 node:n1 token shop/b 201 pod=b-1 ttl=900
10:24:35 node:n2 token shop/b 201 pod=b-2 ttl=900
10:24:40 node:n1 token shop/c 201 pod=c-1 ttl=900
10:24:45 node:n2 token shop/c 201 pod=c-2 ttl=900
10:29:10 node:n1 token shop/d 201 pod=d-1 ttl=900
10:29:15 node:n2 token shop/d 201 pod=d-2 ttl=900
10:29:30 node:n1 token shop/e 201 pod=e-1 ttl=900
10:29:35 node:n2 token shop/e 201 pod=e-2 ttl=900

== cluster 2026-03-02T10:30:00Z
node n1 192.0.2.1
node n2 192.0.2.2
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
pod shop/a-2 account=a node=n2 ip=10.2.0.8 token=900
pod shop/b-2 account=b node=n2 ip=10.2.0.9 token=900
pod shop/c-2 account=c node=n2 ip=10.2.0.10 token=900
pod shop/d-2 account=d node=n2 ip=10.2.0.11 token=900
pod shop/e-2 account=e node=n2 ip=10.2.0.12 token=900
