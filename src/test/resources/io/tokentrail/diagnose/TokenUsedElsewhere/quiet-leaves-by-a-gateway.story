All pods reach the API server by one gateway, whose address is nobody's own.

cluster: 1.33.2 EKS
instead: nothing

== audit.log
10:00:00 shop/cart list shop:pods 200 pod=cart-1 jti=a
10:00:10 +60s x3 shop/cart list shop:pods 200 pod=cart-1 jti=a ip=203.0.113.20
10:00:20 +60s x3 shop/till list shop:pods 200 pod=till-1 jti=b ip=203.0.113.20
10:00:30 +60s x3 shop/book list shop:pods 200 pod=book-1 jti=c ip=203.0.113.20

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
account shop/cart
pod shop/cart-1 account=cart node=n1 ip=10.1.0.8 injected
pod shop/till-1 account=till node=n2 ip=10.1.1.9 injected
