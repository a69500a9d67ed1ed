Three pods of one Deployment are one workload.

cluster: 1.31.4 kubeadm
instead: nothing

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-5d8f-a1 account=cart ip=10.1.0.1 injected owner=ReplicaSet/cart-5d8f
pod shop/cart-5d8f-a2 account=cart ip=10.1.0.2 injected owner=ReplicaSet/cart-5d8f
pod shop/cart-7c9b-a3 account=cart ip=10.1.0.3 injected owner=ReplicaSet/cart-7c9b

