The volume asks for thirty days, but --service-account-max-token-expiration gives twelve hours.

cluster: 1.34.0 kubeadm
instead: nothing

== cluster
node n1 192.0.2.1
account data/etl
pod data/etl-0 account=etl ip=10.1.0.8 token=2592000
flags --service-account-max-token-expiration=12h

