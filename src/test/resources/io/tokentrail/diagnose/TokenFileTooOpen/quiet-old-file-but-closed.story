The file is two hours old, which is another matter than its mode.

cluster: 1.34.0 GKE
instead: nothing

== token-files.csv
namespace,pod,container,path,mode,mtime,captured_at
shop,cart-1,main,/var/run/secrets/kubernetes.io/serviceaccount/token,0400,2026-03-02T08:00:00Z,2026-03-02T10:30:00Z

