The adapter behind custom.metrics.k8s.io refuses what the API server passes on; the autoscaler had
been authenticated.

cluster: 1.36.3 kubeadm
found: APIService/v1beta1.custom.metrics.k8s.io
401s: 4
severity: low
confidence: 0.97
says: their tokens are not the matter
remedy: kubectl get apiservice v1beta1.custom.metrics.k8s.io

== audit.log
> 10:00:00 +15s x4 apps/autoscaler get /apis/custom.metrics.k8s.io/v1beta1/namespaces/shop/pods/*/http_requests 401 pod=autoscaler-1

