A template of the platform team makes a token Secret for each new service.

cluster: 1.31.4 kubeadm
found: everything
401s: 0
severity: low
confidence: 0.93
says: grew from 1 to 5
remedy: kubectl get secrets -n shop

== cluster 2026-02-23T09:00:00Z
secret shop/cart-token account=cart

== cluster 2026-03-02T09:00:00Z
secret shop/cart-token account=cart
> secret shop/till-token account=till created=2026-02-24T09:00:00Z
secret shop/web-token account=web created=2026-02-25T09:00:00Z
secret shop/ledger-token account=ledger created=2026-02-26T09:00:00Z
secret shop/search-token account=search created=2026-02-27T09:00:00Z

