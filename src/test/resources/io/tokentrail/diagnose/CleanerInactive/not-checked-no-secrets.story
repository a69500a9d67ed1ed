Whoever collected the snapshot may not list Secrets.

cluster: 1.31.4 kubeadm
missing: a snapshot with secrets

== cluster
account shop/cart

