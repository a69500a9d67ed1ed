Thirty new Secrets, and none of them holds a token: Helm keeps its releases so.

cluster: 1.34.0 GKE
instead: nothing

== cluster 2026-02-23T09:00:00Z
secret shop/cart-token account=cart

== cluster 2026-03-02T09:00:00Z
secret shop/cart-token account=cart
secret shop/sh.helm.release.v1.web.v1 type=helm.sh/release.v1
secret shop/sh.helm.release.v1.web.v2 type=helm.sh/release.v1
secret shop/sh.helm.release.v1.web.v3 type=helm.sh/release.v1
secret shop/sh.helm.release.v1.web.v4 type=helm.sh/release.v1

