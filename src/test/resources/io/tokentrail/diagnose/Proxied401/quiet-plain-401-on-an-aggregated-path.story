The path is an aggregated API's, but the event has no user: this API server itself refused it, and
nothing was passed on.

cluster: 1.34.1 kubeadm
instead: UNKNOWN_TOKEN

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +15s x4 nobody get /apis/custom.metrics.k8s.io/v1beta1/namespaces/shop/pods 401 ip=198.51.100.9 agent=curl/8.5 because="invalid bearer token"

