One new Secret is an exception that somebody asked for.

cluster: 1.33.0 kubeadm
instead: nothing

== cluster 2026-02-23T09:00:00Z
secret shop/cart-token account=cart

== cluster 2026-03-02T09:00:00Z
secret shop/cart-token account=cart
secret shop/web-token account=web created=2026-02-25T09:00:00Z

