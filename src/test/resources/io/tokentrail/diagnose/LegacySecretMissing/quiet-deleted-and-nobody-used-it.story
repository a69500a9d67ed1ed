Jane deletes a token Secret that nobody uses; the 401s of that hour are a scanner's.

cluster: 1.31.4 kubeadm
instead: UNKNOWN_TOKEN

== audit.log
09:55:00 kcm watch pods 200 started
10:05:00 jane@example.net delete ci:secrets/old-token 200 ip=203.0.113.5
10:05:30 +60s x4 nobody get /api 401 ip=198.51.100.7 agent=curl/8.5 because="invalid bearer token"

== cluster 2026-03-02T09:00:00Z
secret ci/old-token account=old

