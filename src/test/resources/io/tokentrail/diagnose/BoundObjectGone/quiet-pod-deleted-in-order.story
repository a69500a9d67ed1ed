The pod is deleted and stops; nobody uses its token any more.

cluster: 1.31.4 kubeadm
instead: nothing

== audit.log
09:50:00 kcm watch pods 200 started
09:50:00 +60s x10 shop/cart list shop:pods 200 pod=cart-1
10:00:00 node:n1 delete shop:pods/cart-1 200
10:20:00 kcm watch pods 200 started

