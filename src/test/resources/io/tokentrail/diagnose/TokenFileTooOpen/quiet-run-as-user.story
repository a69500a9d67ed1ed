All containers run as one user: 0600, for that user alone.

cluster: 1.31.4 kubeadm
instead: nothing

== token-files.csv
namespace,pod,container,path,mode,mtime,captured_at
shop,cart-1,main,/var/run/secrets/kubernetes.io/serviceaccount/token,0600,2026-03-02T10:00:00Z,2026-03-02T10:30:00Z

