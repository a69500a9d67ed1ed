A job that ended before the snapshot was taken: nobody knows which address it had.

cluster: 1.30.1 kubeadm
instead: nothing

== audit.log
10:00:00 shop/load list shop:pods 200 pod=load-x2 jti=a ip=10.1.0.77
10:00:10 shop/load list shop:pods 200 pod=load-x2 jti=a ip=10.1.1.78

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
account shop/cart
pod shop/cart-1 account=cart node=n1 ip=10.1.0.8 injected
pod shop/till-1 account=till node=n2 ip=10.1.1.9 injected
