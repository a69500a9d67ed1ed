The API server itself asks for a list that it does not get. No object has gone with that: the look-up has no name.

cluster: 1.34.4 kubeadm
instead: nothing

== audit.log
09:50:00 kcm watch pods 200 started
10:00:00 apiserver get ci:serviceaccounts 404
10:01:00 apiserver get ci:secrets 404
