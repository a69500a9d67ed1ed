One program has a token of another cluster with the same issuer. All others are served.

cluster: 1.34.2 kubeadm
instead: UNKNOWN_TOKEN

== audit.log
09:50:00 +60s x20 shop/till list shop:pods 200 pod=till-1
10:00:10 +60s x6 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4 because="[invalid bearer token, invalid signature, no keys found]"

== cluster
node n1 192.0.2.1
account shop/cart
account shop/till
pod shop/cart-1 account=cart ip=10.1.0.1 injected
pod shop/till-1 account=till ip=10.1.0.2 injected

