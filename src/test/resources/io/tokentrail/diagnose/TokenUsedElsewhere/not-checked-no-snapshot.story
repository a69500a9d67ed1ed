The same token from two addresses, and no snapshot that tells whose they are.

cluster: 1.31.4 kubeadm
missing: a snapshot with pods and nodes

== audit.log
10:00:00 shop/cart list shop:configmaps 200 pod=cart-1 ip=10.1.0.5 agent=cart/2.1
10:00:30 shop/cart list shop:configmaps 200 pod=cart-1 ip=203.0.113.7 agent=cart/2.1
