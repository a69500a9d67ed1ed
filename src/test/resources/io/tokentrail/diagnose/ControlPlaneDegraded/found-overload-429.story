Priority and fairness rejects: 429 for everybody, kubelets and the controller manager alike.

cluster: 1.29.7 EKS
found: everything
401s: 0
severity: high
confidence: 0.9
says: with 429

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 +60s x4 node:n1 token shop/cart 429 message="the server has received too many requests and has asked us to try again later"
10:00:10 +60s x4 node:n2 token shop/till 429 message="the server has received too many requests and has asked us to try again later"
10:00:20 +60s x4 node:n3 token data/etl 429 message="the server has received too many requests and has asked us to try again later"
10:00:30 kcm token kube-system/job-controller 429 message="the server has received too many requests and has asked us to try again later"

