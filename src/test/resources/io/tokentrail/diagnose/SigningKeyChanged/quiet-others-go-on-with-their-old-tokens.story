Six accounts begin to fail within a minute and nobody knows why. As many others go on with the tokens that they
had: the key is the same.

cluster: 1.36.3 kubeadm
instead: UNEXPLAINED

== audit.log
09:50:01 +60s x10 shop/p1 list shop:pods 200 pod=p1-1 jti=a1
09:50:02 +60s x10 shop/p2 list shop:pods 200 pod=p2-1 jti=a2
09:50:03 +60s x10 shop/p3 list shop:pods 200 pod=p3-1 jti=a3
09:50:04 +60s x10 shop/p4 list shop:pods 200 pod=p4-1 jti=a4
09:50:05 +60s x10 shop/p5 list shop:pods 200 pod=p5-1 jti=a5
09:50:06 +60s x10 shop/p6 list shop:pods 200 pod=p6-1 jti=a6
09:50:31 +60s x10 shop/q1 list shop:pods 200 pod=q1-1 jti=c1
09:50:32 +60s x10 shop/q2 list shop:pods 200 pod=q2-1 jti=c2
09:50:33 +60s x10 shop/q3 list shop:pods 200 pod=q3-1 jti=c3
09:50:34 +60s x10 shop/q4 list shop:pods 200 pod=q4-1 jti=c4
09:50:35 +60s x10 shop/q5 list shop:pods 200 pod=q5-1 jti=c5
09:50:36 +60s x10 shop/q6 list shop:pods 200 pod=q6-1 jti=c6
10:00:05 +60s x4 nobody list shop:pods 401 from=shop/p1-1 agent=p1/1.4
10:00:15 +60s x4 nobody list shop:pods 401 from=shop/p2-1 agent=p2/1.4
10:00:25 +60s x4 nobody list shop:pods 401 from=shop/p3-1 agent=p3/1.4
10:00:35 +60s x4 nobody list shop:pods 401 from=shop/p4-1 agent=p4/1.4
10:00:45 +60s x4 nobody list shop:pods 401 from=shop/p5-1 agent=p5/1.4
10:00:55 +60s x4 nobody list shop:pods 401 from=shop/p6-1 agent=p6/1.4
10:00:31 +60s x12 shop/q1 list shop:pods 200 pod=q1-1 jti=c1
10:00:32 +60s x12 shop/q2 list shop:pods 200 pod=q2-1 jti=c2
10:00:33 +60s x12 shop/q3 list shop:pods 200 pod=q3-1 jti=c3
10:00:34 +60s x12 shop/q4 list shop:pods 200 pod=q4-1 jti=c4
10:00:35 +60s x12 shop/q5 list shop:pods 200 pod=q5-1 jti=c5
10:00:36 +60s x12 shop/q6 list shop:pods 200 pod=q6-1 jti=c6

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
pod shop/p1-1 account=p1 node=n2 ip=10.1.0.1
pod shop/p2-1 account=p2 node=n1 ip=10.1.0.2
pod shop/p3-1 account=p3 node=n2 ip=10.1.0.3
pod shop/p4-1 account=p4 node=n1 ip=10.1.0.4
pod shop/p5-1 account=p5 node=n2 ip=10.1.0.5
pod shop/p6-1 account=p6 node=n1 ip=10.1.0.6
