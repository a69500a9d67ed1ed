The shipper cut the body: what is left of the signature is of no use to anybody.

cluster: 1.33.1 EKS
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Request","auditID":"7c1d0004-0000-4000-8000-000000000001","stage":"ResponseComplete","requestURI":"/apis/authentication.k8s.io/v1/tokenreviews","verb":"create","user":{"username":"system:node:n1"},"sourceIPs":["192.0.2.1"],"userAgent":"kubelet/v1.33.1 (linux/amd64) kubernetes/8adc0f0","objectRef":{"resource":"tokenreviews","apiGroup":"authentication.k8s.io","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":201},"requestObject":{"kind":"TokenReview","spec":{"token":"{{cut sub=system:serviceaccount:shop:cart exp=1804000000 jti=w}}"}},"requestReceivedTimestamp":"2026-03-02T10:00:00.100000Z","stageTimestamp":"2026-03-02T10:00:00.104000Z"}

