The second API server's clock is two minutes behind the first one's: what that issues is "not valid
yet" here, for a minute, and then is.

cluster: 1.29.4 kubeadm
found: clock of the API server target/stories/ClockSkew/found-server-clock-behind/cp-2
401s: 5
runner-up: TOKEN_NOT_RELOADED
severity: high
confidence: 0.93
says: not valid yet
remedy: on every control-plane machine

== cp-1/audit.log
10:00:00 node:n1 token shop/cart 201 pod=cart-1 ttl=3607
10:00:30 shop/cart list shop:pods 200 pod=cart-1

== cp-2/audit.log
09:50:00 kcm watch pods 200 started
> 10:00:05 +10s x5 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4 because="[invalid bearer token, service account token is not valid yet]"
10:02:00 +60s x5 shop/cart list shop:pods 200 pod=cart-1

== cluster
node n1 192.0.2.1
account shop/cart
pod shop/cart-1 account=cart ip=10.1.0.8 injected

