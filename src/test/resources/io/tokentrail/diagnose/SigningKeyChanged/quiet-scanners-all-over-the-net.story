Five addresses on the internet send made-up tokens within a minute. No account of the cluster is
among them.

cluster: 1.31.7 kubeadm
instead: UNKNOWN_TOKEN

== audit.log
09:50:00 +60s x20 shop/till list shop:pods 200 pod=till-1 ip=10.1.0.2
10:00:10 +10s x3 nobody get /api/v1/secrets 401 ip=198.51.100.1 agent=zgrab/0.x because="[invalid bearer token, invalid signature, no keys found]"
10:00:11 +10s x3 nobody get /api/v1/secrets 401 ip=198.51.100.2 agent=zgrab/0.x because="[invalid bearer token, invalid signature, no keys found]"
10:00:12 +10s x3 nobody get /api/v1/secrets 401 ip=198.51.100.3 agent=zgrab/0.x because="[invalid bearer token, invalid signature, no keys found]"
10:00:13 +10s x3 nobody get /api/v1/secrets 401 ip=198.51.100.4 agent=zgrab/0.x because="[invalid bearer token, invalid signature, no keys found]"

