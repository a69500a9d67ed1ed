0666: every user may even replace it.

cluster: 1.28.4 OpenShift
found: pod web-1
401s: 0
severity: medium
confidence: 0.9
says: has mode 0666

== token-files.csv
namespace,pod,container,path,mode,mtime,captured_at
> shop,web-1,main,/run/copied/token,0666,2026-03-02T10:00:00Z,2026-03-02T10:30:00Z

== cluster
node n1 192.0.2.1
account shop/web
pod shop/web-1 account=web ip=10.1.0.8 injected runAsUser=1000

