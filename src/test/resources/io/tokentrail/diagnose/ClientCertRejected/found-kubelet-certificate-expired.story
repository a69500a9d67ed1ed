The kubelet of n2 could not renew its client certificate; all it asks for is refused, and the node
goes NotReady.

cluster: 1.34.4 kubeadm
found: node n2
401s: 9
severity: high
confidence: 0.97
says: refuses the client certificate of the kubelet on n2
remedy: kubectl get csr

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +10s x5 nobody get nodes/n2 401 from=n2 agent="kubelet/v1.34.4 (linux/amd64) kubernetes/d0a5c3c" because="[x509: certificate has expired or is not yet valid: current time 2026-03-02T10:00:00Z is after 2026-03-02T09:59:55Z, verifying certificate SN=1806084468698131927, SKID=, AKID=A7:49:0C failed: x509: certificate has expired or is not yet valid: current time 2026-03-02T10:00:00Z is after 2026-03-02T09:59:55Z]"
10:00:05 +10s x4 nobody create shop:serviceaccounts/cart/token 401 from=n2 agent="kubelet/v1.34.4 (linux/amd64) kubernetes/d0a5c3c" because="[x509: certificate has expired or is not yet valid: current time 2026-03-02T10:00:05Z is after 2026-03-02T09:59:55Z, verifying certificate SN=1806084468698131927, SKID=, AKID=A7:49:0C failed: x509: certificate has expired or is not yet valid: current time 2026-03-02T10:00:05Z is after 2026-03-02T09:59:55Z]"

== kubelet-n2.log
> E0302 10:00:00.204511    1311 controller.go:145] "Failed to ensure lease exists, will retry" err="Unauthorized" interval="7s"

== cluster
node n1 192.0.2.1
node n2 192.0.2.2 NotReady

