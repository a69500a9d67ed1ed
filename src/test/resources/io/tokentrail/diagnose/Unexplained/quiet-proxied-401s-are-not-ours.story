The only 401s are a backend's.

cluster: 1.33.1 GKE
instead: PROXIED_401

== audit.log
09:50:00 kcm watch pods 200 started
10:00:00 +30s x5 monitoring/prometheus get nodes/worker-3/proxy/metrics 401 pod=prometheus-0

