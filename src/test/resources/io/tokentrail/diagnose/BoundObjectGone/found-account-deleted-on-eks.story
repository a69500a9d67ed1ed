Without the API server's log the authenticator's look-up tells it: it asks for the account before
each refusal and finds nothing.

cluster: 1.32.6 EKS
found: ServiceAccount/shop/search
401s: 5
severity: high
confidence: 0.97
says: was deleted by "jane@example.net"

== audit.log
09:50:00 +60s x5 shop/search list shop:endpoints 200 pod=search-1
10:00:00 jane@example.net delete shop:serviceaccounts/search 200 ip=203.0.113.5
> 10:01:20 +60s x5 nobody list shop:endpoints 401 ip=10.1.0.8 agent=search/1.4 seeks=shop:serviceaccounts/search

