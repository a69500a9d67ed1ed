A maintenance pod runs kubectl, at its own address with its own token.

cluster: 1.33.0 kubeadm
instead: nothing

== audit.log
10:00:00 +60s x8 ops/janitor list ops:pods 200 pod=janitor-1 agent="kubectl/v1.33.0 (linux/amd64) kubernetes/60a317e"

== cluster
node n1 192.0.2.1
account ops/janitor
pod ops/janitor-1 account=janitor ip=10.1.0.8 injected

