The aggregated API is down: 503, as callers are told. No credential was refused.

cluster: 1.30.2 kubeadm
instead: nothing

== audit.log
10:00:00 +15s x4 apps/autoscaler get /apis/metrics.k8s.io/v1beta1/nodes 503 pod=autoscaler-1 message="service unavailable"

