kubectl logs: the kubelet of n2 does not accept the API server's own client certificate.

cluster: 1.29.6 kubeadm
found: Pod/shop/cart-1
401s: 2
severity: low
confidence: 0.97
says: callers that the API server had authenticated ("dev@example.net")

== audit.log
> 10:00:00 +30s x2 dev@example.net get shop:pods/cart-1/log 401 ip=203.0.113.5 message="the server has asked for the client to provide credentials ( pods/log cart-1)"

