All requests are made with tokens of the TokenRequest API.

cluster: 1.31.4 kubeadm
instead: nothing

== audit.log
10:00:00 +60s x6 shop/cart list shop:pods 200 pod=cart-1 jti=a

