Bodies are logged, but those of TokenRequests hold no token at level Request.

cluster: 1.34.4 kubeadm
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 node:n1 token shop/cart 201 pod=cart-1 ttl=3600 jti=a
10:01:00 shop/cart list shop:pods 200 pod=cart-1 jti=a
