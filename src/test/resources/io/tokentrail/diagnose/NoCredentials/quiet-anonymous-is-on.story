Anonymous access is on: who sends nothing is system:anonymous and told 403. The 401s without a line
are something else.

cluster: 1.33.3 kubeadm
instead: UNEXPLAINED, UNKNOWN_TOKEN

== audit.log
09:55:00 kcm watch pods 200 started
09:56:00 +60s x5 anonymous get secrets 403 ip=198.51.100.8 agent=curl/8.5 message="secrets is forbidden: User \"system:anonymous\" cannot list resource \"secrets\""
10:00:00 +10s x6 nobody get secrets 401 ip=198.51.100.9 agent=scanner/1
10:00:05 +30s x4 nobody get /api 401 ip=198.51.100.7 agent=curl/8.5 because="invalid bearer token"

