The registry's password is a Secret too, and used: it is no token.

cluster: 1.34.4 AKS
instead: nothing

== audit.log
10:00:00 +60s x6 shop/cart get shop:secrets/registry 200 pod=cart-1

== cluster
account shop/cart
secret shop/registry type=kubernetes.io/dockerconfigjson
pod shop/cart-1 account=cart ip=10.1.0.8 injected secret=registry

