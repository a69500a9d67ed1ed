All pods reach the API server by a load balancer. The token of one of them is copied into a pipeline outside, which
has an address of its own and another program.

cluster: 1.36.3 kubeadm
found: pod cache-1
401s: 0
severity: medium
confidence: 0.9
besides: TOKEN_USED_BY_PERSON
says: came from 198.51.100.34 by "Go-http-client/1.1"

== audit.log
10:00:00 +60s x9 web/cache list web:pods 200 pod=cache-1 jti=a ip=192.0.2.10
10:00:10 +60s x9 web/front list web:pods 200 pod=front-1 jti=b ip=192.0.2.10
10:00:20 +60s x9 web/banner list web:pods 200 pod=banner-1 node=n2 jti=c ip=192.0.2.10
> 10:03:00 +60s x5 web/cache list web:services 200 pod=cache-1 jti=a ip=198.51.100.34 agent=Go-http-client/1.1

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
account web/cache
account web/front
account web/banner
pod web/cache-1 account=cache node=n1 ip=10.1.0.8 injected
pod web/front-1 account=front node=n1 ip=10.1.0.9 injected
pod web/banner-1 account=banner node=n2 ip=10.2.0.8 injected
