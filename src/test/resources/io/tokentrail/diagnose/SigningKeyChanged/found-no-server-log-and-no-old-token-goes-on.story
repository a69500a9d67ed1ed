The API server's own log is not there. Every token that was in use is refused at once, and whoever comes back
has a new one.

cluster: 1.36.3 kubeadm
found: everything
401s: 24
severity: high
confidence: 0.85
says: no longer accepts the key or issuer of tokens that 6 accounts

== audit.log
09:50:01 +60s x10 shop/p1 list shop:pods 200 pod=p1-1 jti=a1
09:50:02 +60s x10 shop/p2 list shop:pods 200 pod=p2-1 jti=a2
09:50:03 +60s x10 shop/p3 list shop:pods 200 pod=p3-1 jti=a3
09:50:04 +60s x10 shop/p4 list shop:pods 200 pod=p4-1 jti=a4
09:50:05 +60s x10 shop/p5 list shop:pods 200 pod=p5-1 jti=a5
09:50:06 +60s x10 shop/p6 list shop:pods 200 pod=p6-1 jti=a6
> 10:00:05 +60s x4 nobody list shop:pods 401 from=shop/p1-1 agent=p1/1.4
10:00:15 +60s x4 nobody list shop:pods 401 from=shop/p2-1 agent=p2/1.4
10:00:25 +60s x4 nobody list shop:pods 401 from=shop/p3-1 agent=p3/1.4
10:00:35 +60s x4 nobody list shop:pods 401 from=shop/p4-1 agent=p4/1.4
10:00:45 +60s x4 nobody list shop:pods 401 from=shop/p5-1 agent=p5/1.4
10:00:55 +60s x4 nobody list shop:pods 401 from=shop/p6-1 agent=p6/1.4
10:06:01 +60s x4 shop/p1 list shop:pods 200 pod=p1-1 jti=b1
10:06:02 +60s x4 shop/p2 list shop:pods 200 pod=p2-1 jti=b2
10:06:03 +60s x4 shop/p3 list shop:pods 200 pod=p3-1 jti=b3
10:06:04 +60s x4 shop/p4 list shop:pods 200 pod=p4-1 jti=b4
10:06:05 +60s x4 shop/p5 list shop:pods 200 pod=p5-1 jti=b5
10:06:06 +60s x4 shop/p6 list shop:pods 200 pod=p6-1 jti=b6

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
pod shop/p1-1 account=p1 node=n2 ip=10.1.0.1
pod shop/p2-1 account=p2 node=n1 ip=10.1.0.2
pod shop/p3-1 account=p3 node=n2 ip=10.1.0.3
pod shop/p4-1 account=p4 node=n1 ip=10.1.0.4
pod shop/p5-1 account=p5 node=n2 ip=10.1.0.5
pod shop/p6-1 account=p6 node=n1 ip=10.1.0.6
