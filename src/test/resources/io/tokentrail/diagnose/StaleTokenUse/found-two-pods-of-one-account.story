Two pods of one DaemonSet: one finding, both named.

cluster: 1.34.2 GKE
found: account ops/agent
401s: 0
severity: low
confidence: 0.97
says: ops/agent

== audit.log
> 10:00:00 +10m x3 ops/agent list ops:pods 200 pod=agent-1 ip=10.1.0.4 stale=700
10:00:30 +10m x3 ops/agent list ops:pods 200 pod=agent-2 ip=10.2.0.4 stale=730

