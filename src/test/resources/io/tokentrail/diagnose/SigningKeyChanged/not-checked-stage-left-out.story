The key was changed, but this policy writes no 401s.

cluster: 1.30.1 kubeadm
missing: ResponseStarted

== audit.log
10:00:00 shop/cart list shop:pods 200 pod=cart-1
