The build farm outside holds the Secret's token of the deployer: no person, but nobody's name either.

cluster: 1.29.4 kubeadm
found: account shop/cart
401s: 0
severity: medium
confidence: 0.8
says: with a token that never expires
besides: LEGACY_TOKEN_IN_USE

== audit.log
> 10:00:00 +60s x5 shop/cart list shop:pods 200 legacy=cart-token ip=198.51.100.31 agent=okhttp/4.12.0

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
account shop/cart
pod shop/cart-1 account=cart node=n1 ip=10.1.0.8 injected
pod shop/till-1 account=till node=n2 ip=10.1.1.9 injected
