fsGroup gives 0640, but an init container copied the file with 0644.

cluster: 1.33.2 kubeadm
found: pod etl-0
401s: 0
severity: medium
confidence: 0.9
says: wider than its security context gives (0640)
remedy: kubectl get pod -n data etl-0

== token-files.csv
namespace,pod,container,path,mode,mtime,captured_at
> data,etl-0,main,/shared/token,0644,2026-03-02T10:00:00Z,2026-03-02T10:30:00Z

== cluster
node n1 192.0.2.1
account data/etl
> pod data/etl-0 account=etl ip=10.1.0.8 injected fsGroup=2000

