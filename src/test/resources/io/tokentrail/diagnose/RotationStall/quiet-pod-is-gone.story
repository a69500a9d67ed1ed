The pod was deleted; its kubelet asks no more because there is nobody to ask for.

cluster: 1.32.3 kubeadm
instead: nothing

== audit.log
10:00:00 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=a
10:00:30 +60s x5 shop/cart list shop:pods 200 pod=cart-1 jti=a
10:06:00 node:n1 delete shop:pods/cart-1 200
10:40:00 kcm watch pods 200 started

== cluster
node n1 192.0.2.1
account shop/cart

