One went, one came: no growth.

cluster: 1.31.4 kubeadm
instead: nothing

== cluster 2026-02-23T09:00:00Z
secret shop/cart-token account=cart
secret shop/till-token account=till

== cluster 2026-03-02T09:00:00Z
secret shop/cart-token account=cart
secret shop/web-token account=web created=2026-02-25T09:00:00Z

