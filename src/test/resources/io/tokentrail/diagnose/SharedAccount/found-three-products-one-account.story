Cart, till and search all run as shop/app: a 401 of it tells not whose it was.

cluster: 1.31.4 kubeadm
found: account shop/app
401s: 0
severity: low
confidence: 0.95
says: 3 workloads
remedy: --field-selector spec.serviceAccountName=app

== cluster
node n1 192.0.2.1
account shop/app
> pod shop/cart-5d8f-a1 account=app ip=10.1.0.1 injected owner=ReplicaSet/cart-5d8f
> pod shop/till-7c9b-b2 account=app ip=10.1.0.2 injected owner=ReplicaSet/till-7c9b
pod shop/search-0 account=app ip=10.1.0.3 injected owner=StatefulSet/search

