Prometheus' server, its config reloader and its operator carry the account's name: one product.

cluster: 1.33.2 kubeadm
instead: nothing

== cluster
node n1 192.0.2.1
account monitoring/prometheus
pod monitoring/prometheus-0 account=prometheus ip=10.1.0.1 injected owner=StatefulSet/prometheus
pod monitoring/prometheus-reload-5d8f-a1 account=prometheus ip=10.1.0.2 injected owner=ReplicaSet/prometheus-reload-5d8f
pod monitoring/prometheus-rules-5d8f-a1 account=prometheus ip=10.1.0.3 injected owner=ReplicaSet/prometheus-rules-5d8f

