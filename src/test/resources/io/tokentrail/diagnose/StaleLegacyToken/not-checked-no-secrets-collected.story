Whoever collected the snapshot may not list Secrets.

cluster: 1.31.4 OpenShift
missing: a snapshot with secrets

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 injected

