An address that no snapshot knows, but in the network of the nodes: a node that is gone by now.

cluster: 1.28.9 kubeadm
instead: nothing

== audit.log
10:00:00 +60s x5 shop/cart list shop:pods 200 ip=192.0.2.77

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
account shop/cart
pod shop/cart-1 account=cart node=n1 ip=10.1.0.8 injected
pod shop/till-1 account=till node=n2 ip=10.1.1.9 injected
