Three pods come from one address that is none of theirs: the way out of the cluster.

cluster: 1.30.3 kubeadm
instead: nothing

== audit.log
10:00:00 +60s x10 shop/cart list shop:configmaps 200 pod=cart-1 ip=10.1.0.8
10:00:10 +60s x10 shop/cart list shop:configmaps 200 pod=cart-1 ip=192.0.2.200
10:00:20 +60s x10 shop/till list shop:configmaps 200 pod=till-1 ip=192.0.2.200
10:00:30 +60s x10 shop/web list shop:configmaps 200 pod=web-1 ip=192.0.2.200

== cluster
node n1 192.0.2.1
account shop/cart
account shop/till
account shop/web
pod shop/cart-1 account=cart ip=10.1.0.8 injected
pod shop/till-1 account=till ip=10.1.0.9 injected
pod shop/web-1 account=web ip=10.1.0.10 injected

