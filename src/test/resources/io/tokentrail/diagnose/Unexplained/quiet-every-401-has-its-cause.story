Two causes in one log; both are told, nothing is left over.

cluster: 1.31.4 kubeadm
instead: UNKNOWN_TOKEN, BOUND_OBJECT_GONE

== audit.log
09:50:00 +60s x10 shop/search list shop:endpoints 200 pod=search-1
10:00:00 jane@example.net delete shop:serviceaccounts/search 200 ip=203.0.113.5
10:01:20 +60s x3 nobody list shop:endpoints 401 ip=10.1.0.8 agent=search/1.4 seeks=shop:serviceaccounts/search because="[invalid bearer token, serviceaccounts \"search\" not found]"
10:01:50 +60s x4 nobody get /api 401 ip=198.51.100.7 agent=curl/8.5 because="invalid bearer token"

