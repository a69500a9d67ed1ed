default-backend is an account of its own.

cluster: 1.32.0 kubeadm
instead: nothing

== audit.log
10:00:00 +60s x6 ingress/default-backend list ingress:configmaps 200 pod=backend-1

