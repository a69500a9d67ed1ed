An admin made a token for a program that was never built. No last-used label: never used since
tracking began.

cluster: 1.29.3 EKS
found: Secret/ops/grafana-token
401s: 0
severity: low
confidence: 0.95
says: ops/grafana-token

== cluster
node n1 192.0.2.1
account ops/grafana
no pods
deployment ops/grafana account=grafana
daemonset ops/agent account=agent
cronjob ops/sweep account=sweep
tracking 2023-11-02
> secret ops/grafana-token account=grafana created=2024-11-02T00:00:00Z

