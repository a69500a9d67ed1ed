Every request with a token younger than an hour.

cluster: 1.31.4 kubeadm
instead: nothing

== audit.log
10:00:00 +10m x6 shop/cart list shop:pods 200 pod=cart-1 jti=a

