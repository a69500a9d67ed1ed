All pods reach the API server by a load balancer, and one of them by a second one as well: the same program, which
nobody else uses yet.

cluster: 1.36.3 kubeadm
instead: nothing

== audit.log
10:00:00 +60s x9 web/cache list web:pods 200 pod=cache-1 jti=a ip=203.0.113.20
10:00:10 +60s x9 web/front list web:pods 200 pod=front-1 jti=b ip=203.0.113.20
10:00:20 +60s x9 web/banner list web:pods 200 pod=banner-1 node=n2 jti=c ip=203.0.113.20
10:03:00 +60s x5 web/cache list web:pods 200 pod=cache-1 jti=a ip=203.0.113.21

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
account web/cache
account web/front
account web/banner
pod web/cache-1 account=cache node=n1 ip=10.1.0.8 injected
pod web/front-1 account=front node=n1 ip=10.1.0.9 injected
pod web/banner-1 account=banner node=n2 ip=10.2.0.8 injected
