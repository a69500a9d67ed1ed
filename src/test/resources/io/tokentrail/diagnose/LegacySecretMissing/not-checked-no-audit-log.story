Only a snapshot was given.

cluster: 1.31.4 kubeadm
missing: an audit log

== cluster
secret ci/old-token account=old

