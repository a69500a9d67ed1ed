The autoscaler is authenticated and forbidden: 403.

cluster: 1.31.4 kubeadm
instead: nothing

== audit.log
10:00:00 +15s x4 apps/autoscaler get /apis/custom.metrics.k8s.io/v1beta1/namespaces/shop/pods 403 pod=autoscaler-1 forbid message="pods.custom.metrics.k8s.io is forbidden"

