The issuer gets a new name. All pods reach the API servers by one load balancer, and two of them are the same to it:
who of them is refused cannot be told, why can. The scanner had been there all the time.

cluster: 1.36.3 kubeadm
found: everything
401s: 21
severity: high
confidence: 0.92
besides: UNKNOWN_TOKEN
says: no longer accepts the issuer

== audit.log
09:50:00 +60s x9 shop/cart list shop:pods 200 ip=192.0.2.10 pod=cart-1
09:50:01 +60s x9 shop/till list shop:pods 200 ip=192.0.2.10 pod=till-1 node=n2
09:50:02 +60s x9 data/etl list data:pods 200 ip=192.0.2.10 pod=etl-1
09:50:03 +60s x9 ops/metrics list ops:pods 200 ip=192.0.2.10 pod=metrics-1 node=n2
09:50:04 +60s x9 ops/logs list ops:pods 200 ip=192.0.2.10 pod=logs-1
09:50:05 +60s x9 pay/charge list pay:services 200 ip=192.0.2.10 pod=charge-1 agent=Go-http-client/2.0
09:50:06 +60s x9 pay/refund list pay:services 200 ip=192.0.2.10 pod=refund-1 node=n2 agent=Go-http-client/2.0
09:58:00 +60s x6 nobody list kube-system:secrets 401 ip=198.51.100.7 agent=zgrab/0.x because="invalid bearer token"
10:00:10 +60s x3 nobody list shop:pods 401 ip=192.0.2.10 agent=cart/1.4 because="invalid bearer token"
10:00:20 +60s x3 nobody list shop:pods 401 ip=192.0.2.10 agent=till/1.4 because="invalid bearer token"
10:00:30 +60s x3 nobody list data:pods 401 ip=192.0.2.10 agent=etl/1.4 because="invalid bearer token"
10:00:40 +60s x3 nobody list ops:pods 401 ip=192.0.2.10 agent=metrics/1.4 because="invalid bearer token"
10:00:50 +60s x3 nobody list ops:pods 401 ip=192.0.2.10 agent=logs/1.4 because="invalid bearer token"
> 10:00:08 +30s x6 nobody list pay:services 401 ip=192.0.2.10 agent=Go-http-client/2.0 because="invalid bearer token"

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
account shop/cart
account shop/till
account data/etl
account ops/metrics
account ops/logs
account pay/charge
account pay/refund
pod shop/cart-1 account=cart node=n1 ip=10.1.0.1 injected
pod shop/till-1 account=till node=n2 ip=10.2.0.2 injected
pod data/etl-1 account=etl node=n1 ip=10.1.0.3 injected
pod ops/metrics-1 account=metrics node=n2 ip=10.2.0.4 injected
pod ops/logs-1 account=logs node=n1 ip=10.1.0.5 injected
pod pay/charge-1 account=charge node=n2 ip=10.2.0.6 injected
pod pay/refund-1 account=refund node=n1 ip=10.1.0.7 injected
