The policy omits ResponseStarted, so a 401 is never written.

cluster: 1.30.1 kubeadm
missing: ResponseStarted

== audit.log
10:00:00 shop/cart list shop:pods 200 pod=cart-1

== cluster
node n1 192.0.2.1
pod shop/cart-1 account=cart ip=10.1.0.8 token=3600:vault

