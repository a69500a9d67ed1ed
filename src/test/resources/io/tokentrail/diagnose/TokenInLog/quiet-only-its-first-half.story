The log was cut in the middle of the token, and what stands in the other line only looks like one.

cluster: 1.31.4 kubeadm
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 apiserver get "/api/v1/namespaces/shop/pods?watch={{cut sub=system:serviceaccount:shop:cart exp=1804000000 jti=a}}" 200
10:00:10 apiserver get "/healthz?key={{nonsense sub=system:serviceaccount:shop:cart exp=1804000000 jti=b}}" 200
