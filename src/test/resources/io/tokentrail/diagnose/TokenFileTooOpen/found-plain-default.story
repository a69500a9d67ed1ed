0644, as the kubelet makes it where neither runAsUser nor fsGroup is set: one low finding for all.

cluster: 1.31.4 kubeadm
found: everything
401s: 0
severity: low
confidence: 0.95
says: mode 0644
remedy: runAsUser

== token-files.csv
namespace,pod,container,path,mode,mtime,captured_at
> shop,cart-1,main,/var/run/secrets/kubernetes.io/serviceaccount/token,0644,2026-03-02T10:00:00Z,2026-03-02T10:30:00Z
shop,till-1,main,/var/run/secrets/kubernetes.io/serviceaccount/token,0644,2026-03-02T10:00:00Z,2026-03-02T10:30:00Z

