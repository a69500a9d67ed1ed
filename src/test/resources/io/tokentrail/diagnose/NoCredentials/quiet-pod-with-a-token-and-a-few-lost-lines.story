The log lost a line or two. The sender is a pod that has sent good tokens all morning: it does send
something.

cluster: 1.32.0 kubeadm
instead: BOUND_OBJECT_GONE

== audit.log
09:50:00 +60s x10 shop/search list shop:endpoints 200 pod=search-1
10:00:00 jane@example.net delete shop:serviceaccounts/search 200 ip=203.0.113.5
10:01:20 +60s x3 nobody list shop:endpoints 401 ip=10.1.0.8 agent=search/1.4 seeks=shop:serviceaccounts/search because="[invalid bearer token, serviceaccounts \"search\" not found]"
10:05:20 +60s x3 nobody list shop:endpoints 401 ip=10.1.0.8 agent=search/1.4 seeks=shop:serviceaccounts/search

