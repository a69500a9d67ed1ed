Prometheus scrapes kubelets through the API server's node proxy, and the kubelet says 401, all day.

cluster: 1.33.1 OpenShift
found: Node/worker-3
401s: 60
severity: medium
confidence: 0.97
says: since 2026-03-02 10:00:00 UTC

== audit.log
> 10:00:00 +30s x60 monitoring/prometheus get nodes/worker-3/proxy/metrics 401 pod=prometheus-0

