The log holds refused requests alone, so nobody can be seen waiting.

cluster: 1.31.4 kubeadm
missing: answered requests

== audit.log
10:00:00 nobody list pods 401 ip=10.1.0.5 agent=cart/2.1
