The policy records answers of serviceaccounts/token: each holds the new token in clear.

cluster: 1.32.4 OpenShift
found: token in serviceaccounts/token
401s: 0
severity: medium
confidence: 0.97
says: that the audit log records

== audit.log
09:55:00 kcm watch pods 200 started
> {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"RequestResponse","auditID":"7c1d0003-0000-4000-8000-000000000001","stage":"ResponseComplete","requestURI":"/api/v1/namespaces/shop/serviceaccounts/cart/token","verb":"create","user":{"username":"system:node:n1"},"sourceIPs":["192.0.2.1"],"userAgent":"kubelet/v1.32.4 (linux/amd64) kubernetes/59526cd","objectRef":{"resource":"serviceaccounts","namespace":"shop","name":"cart","apiVersion":"v1","subresource":"token"},"responseStatus":{"metadata":{},"code":201},"responseObject":{"kind":"TokenRequest","apiVersion":"authentication.k8s.io/v1","spec":{"audiences":["https://kubernetes.default.svc"],"expirationSeconds":3607},"status":{"token":"{{token sub=system:serviceaccount:shop:cart exp=1804000000 jti=v}}","expirationTimestamp":"2026-03-02T11:00:07Z"}},"requestReceivedTimestamp":"2026-03-02T10:00:00.100000Z","stageTimestamp":"2026-03-02T10:00:00.104000Z"}

