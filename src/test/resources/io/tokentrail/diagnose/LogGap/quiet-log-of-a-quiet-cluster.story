A test cluster with an event every two minutes, all day.

cluster: 1.34.0 kubeadm
instead: nothing

== audit.log
09:00:00 +2m x200 kcm watch pods 200 started

