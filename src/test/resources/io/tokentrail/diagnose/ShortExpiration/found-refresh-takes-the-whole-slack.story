Tokens of ten minutes leave the kubelet 120 s; its syncs took up to 110 of them.

cluster: 1.31.4 kubeadm
found: account shop/cart
401s: 0
severity: low
confidence: 0.88
says: it took up to 110 s
remedy: set expirationSeconds to 1800 or more

== audit.log
> 10:00:00 +590s x4 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=a#

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 token=600

