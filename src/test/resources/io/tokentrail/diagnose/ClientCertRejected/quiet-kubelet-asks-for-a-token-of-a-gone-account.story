The kubelet is served; what fails is its TokenRequest for an account that was deleted: 404, no 401.

cluster: 1.33.0 kubeadm
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +60s x5 node:n2 token shop/search 404 message="serviceaccounts \"search\" not found"

