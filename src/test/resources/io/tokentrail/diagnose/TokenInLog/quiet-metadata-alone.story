Reviews at level Metadata: no body, no token.

cluster: 1.34.4 kubeadm
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +60s x5 node:n1 create tokenreviews.authentication.k8s.io 201

