AKS gives no API server log. The pod mounts the token's file by subPath: that file never changes,
though the kubelet refreshes the volume in time.

cluster: 1.33.2 AKS
found: pod metrics-0
401s: 7
runner-up: CLOCK_SKEW
severity: high
confidence: 0.7..0.93
says: ops/metrics

== audit.log
10:00:00 node:n1 token ops/metrics 201 pod=metrics-0 ttl=600 jti=a1
> 10:08:05 node:n1 token ops/metrics 201 pod=metrics-0 ttl=600 jti=a2
10:16:10 node:n1 token ops/metrics 201 pod=metrics-0 ttl=600 jti=a3
10:01:00 +60s x10 ops/metrics list ops:pods 200 pod=metrics-0 jti=a1
10:11:10 +60s x7 nobody list ops:pods 401 from=ops/metrics-0 agent=metrics/1.4

== cluster
node n1 192.0.2.1
account ops/metrics
> pod ops/metrics-0 account=metrics ip=10.1.0.8 token=600 subPath

