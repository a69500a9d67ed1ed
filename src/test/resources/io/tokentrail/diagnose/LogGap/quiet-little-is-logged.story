The policy logs writes only: silence of ten minutes is the rule here.

cluster: 1.27.13 kubeadm
instead: nothing

== audit.log
10:00:00 +10m x12 kcm watch pods 200 started
