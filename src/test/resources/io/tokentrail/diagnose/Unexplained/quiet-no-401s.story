A quiet morning.

cluster: 1.34.1 kubeadm
instead: nothing

== audit.log
09:50:00 kcm watch pods 200 started
09:51:00 +60s x10 shop/cart list shop:pods 200 pod=cart-1

