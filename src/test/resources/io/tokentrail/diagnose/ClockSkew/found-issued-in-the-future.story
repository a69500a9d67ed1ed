The same, in the words of 1.27 and later for a token whose iat lies ahead, on a single server after
its clock was set back.

cluster: 1.35.1 OpenShift
found: clock of the API server target/stories/ClockSkew/found-issued-in-the-future
401s: 3
severity: low
confidence: 0.93
says: its clock is behind

== audit.log
09:50:00 kcm watch pods 200 started
10:00:00 node:n1 token shop/cart 201 pod=cart-1 ttl=3607
> 10:00:05 +10s x3 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4 because="[invalid bearer token, service account token is issued in the future]"
10:02:00 +60s x5 shop/cart list shop:pods 200 pod=cart-1

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 injected

