The account was deleted, but this policy writes no 401s.

cluster: 1.30.1 kubeadm
missing: ResponseStarted

== audit.log
10:00:00 jane@example.net delete shop:serviceaccounts/search 200

