0640 with fsGroup: as it is meant.

cluster: 1.36.0 kubeadm
instead: nothing

== token-files.csv
namespace,pod,container,path,mode,mtime,captured_at
data,etl-0,main,/var/run/secrets/kubernetes.io/serviceaccount/token,0640,2026-03-02T10:00:00Z,2026-03-02T10:30:00Z

== cluster
node n1 192.0.2.1
account data/etl
pod data/etl-0 account=etl ip=10.1.0.8 injected fsGroup=2000

