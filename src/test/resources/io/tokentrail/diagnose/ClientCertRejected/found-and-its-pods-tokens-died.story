The kubelet's certificate ended; so nobody renewed the token of the pod on its node, which died ten
minutes after. One finding tells of both.

cluster: 1.34.4 kubeadm
found: node n2
401s: 9
severity: high
confidence: 0.97
says: of which 4 401s of theirs already follow

== audit.log
09:58:00 node:n2 token shop/cart 201 pod=cart-1 ttl=600 jti=a
09:58:30 +60s x10 shop/cart list shop:pods 200 pod=cart-1 jti=a node=n2
> 10:00:00 +3m x5 nobody get nodes/n2 401 from=n2 agent="kubelet/v1.34.4 (linux/amd64) kubernetes/d0a5c3c" because="[x509: certificate has expired or is not yet valid: current time 2026-03-02T10:00:00Z is after 2026-03-02T09:59:55Z, verifying certificate SN=1806084468698131927, SKID=, AKID=A7:49:0C failed: x509: certificate has expired or is not yet valid: current time 2026-03-02T10:00:00Z is after 2026-03-02T09:59:55Z]"
10:09:15 +45s x4 nobody list shop:pods 401 from=shop/cart-1 agent=cart/1.4 because="[invalid bearer token, service account token has expired]"

== cluster
node n1 192.0.2.1
node n2 192.0.2.2 NotReady
account shop/cart
pod shop/cart-1 account=cart node=n2 ip=10.1.0.8 token=600
