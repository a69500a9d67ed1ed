A script sends its token in the URL, where every log on the way keeps it.

cluster: 1.31.4 kubeadm
found: account ci/robot
401s: 0
severity: medium
confidence: 0.97
says: request URLs of "legacy-script/1"

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 ci/robot get "/api/v1/namespaces/ci/pods?access_token={{token sub=system:serviceaccount:ci:robot exp=1804000000 jti=u}}" 200 ip=192.0.2.44 agent=legacy-script/1

