The policy records bodies of TokenReviews: one token stands there twice, one of the two still works.

cluster: 1.31.4 kubeadm
found: token in tokenreviews
401s: 0
severity: medium
confidence: 0.97
says: 2 usable tokens of shop/cart, shop/search
says: 1 still worked

== audit.log
> {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Request","auditID":"00000000-0000-4000-8000-000000000001","stage":"ResponseComplete","requestURI":"/apis/authentication.k8s.io/v1/tokenreviews","verb":"create","user":{"username":"system:node:n1"},"sourceIPs":["192.0.2.1"],"userAgent":"kubelet/v1.31.4 (linux/amd64) kubernetes/a78aa47","objectRef":{"resource":"tokenreviews","apiGroup":"authentication.k8s.io","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":201},"requestObject":{"kind":"TokenReview","spec":{"token":"{{token sub=system:serviceaccount:shop:cart exp=1772445900 jti=a}}"}},"requestReceivedTimestamp":"2026-03-02T10:00:00.000000Z","stageTimestamp":"2026-03-02T10:00:00.003000Z"}
> {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Request","auditID":"00000000-0000-4000-8000-000000000002","stage":"ResponseComplete","requestURI":"/apis/authentication.k8s.io/v1/tokenreviews","verb":"create","user":{"username":"system:node:n1"},"sourceIPs":["192.0.2.1"],"userAgent":"kubelet/v1.31.4 (linux/amd64) kubernetes/a78aa47","objectRef":{"resource":"tokenreviews","apiGroup":"authentication.k8s.io","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":201},"requestObject":{"kind":"TokenReview","spec":{"token":"{{token sub=system:serviceaccount:shop:search exp=1804000000 jti=b}}"}},"requestReceivedTimestamp":"2026-03-02T10:00:30.000000Z","stageTimestamp":"2026-03-02T10:00:30.003000Z"}
{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Request","auditID":"00000000-0000-4000-8000-000000000003","stage":"ResponseComplete","requestURI":"/apis/authentication.k8s.io/v1/tokenreviews","verb":"create","user":{"username":"system:node:n1"},"sourceIPs":["192.0.2.1"],"userAgent":"kubelet/v1.31.4 (linux/amd64) kubernetes/a78aa47","objectRef":{"resource":"tokenreviews","apiGroup":"authentication.k8s.io","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":201},"requestObject":{"kind":"TokenReview","spec":{"token":"{{token sub=system:serviceaccount:shop:cart exp=1772445900 jti=a}}"}},"requestReceivedTimestamp":"2026-03-02T10:05:00.000000Z","stageTimestamp":"2026-03-02T10:05:00.003000Z"}
