The cleaner deletes an old auto-generated Secret before any snapshot, and an export job outside goes on with its
token. The API server says that the Secret is gone and not whose it was, and the policy leaves its own look-ups out:
the deletion tells, and the name.

cluster: 1.36.3 kubeadm
found: Secret/data/exporter-token-9lw2c
401s: 8
severity: high
confidence: 0.97
says: a token of data/exporter, was deleted by "system:serviceaccount:kube-system:legacy-service-account-token-cleaner"

== audit.log
> 09:59:31 cleaner delete data:secrets/exporter-token-9lw2c 200 ip=192.0.2.9
10:00:00 +60s x8 nobody list data:persistentvolumeclaims 401 ip=198.51.100.32 agent=python-requests/2.31.0 because="[invalid bearer token, Token has been invalidated]"
10:00:30 +60s x8 data/reader list data:pods 200 pod=reader-1 jti=a

== cluster 2026-03-02T10:10:00Z
node n1 192.0.2.1
account data/exporter
account data/reader
pod data/reader-1 account=reader ip=10.1.0.8 injected
no secrets
