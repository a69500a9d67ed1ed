Somebody logs in to vault with the pod's plain API token. The API server has no 401 of it: the
TokenReview is answered 201, and says in its body what is wrong.

cluster: 1.29.8 kubeadm
found: account vault/vault
401s: 0
severity: medium
confidence: 0.8..0.95
says: lacks the audience "vault"

== audit.log
09:55:00 kcm watch pods 200 started
> {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"RequestResponse","auditID":"7c1d0001-0000-4000-8000-000000000001","stage":"ResponseComplete","requestURI":"/apis/authentication.k8s.io/v1/tokenreviews","verb":"create","user":{"username":"system:serviceaccount:vault:vault"},"sourceIPs":["10.1.0.30"],"userAgent":"vault/1.15","objectRef":{"resource":"tokenreviews","apiGroup":"authentication.k8s.io","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":201},"requestObject":{"kind":"TokenReview","apiVersion":"authentication.k8s.io/v1","spec":{"token":"masked","audiences":["vault"]},"status":{"user":{}}},"responseObject":{"kind":"TokenReview","apiVersion":"authentication.k8s.io/v1","spec":{"audiences":["vault"]},"status":{"user":{},"error":"[invalid bearer token, token audiences [\"https://kubernetes.default.svc.cluster.local\"] is invalid for the target audiences [\"vault\"]]"}},"requestReceivedTimestamp":"2026-03-02T10:02:00.100000Z","stageTimestamp":"2026-03-02T10:02:00.104000Z"}
> {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"RequestResponse","auditID":"7c1d0001-0000-4000-8000-000000000002","stage":"ResponseComplete","requestURI":"/apis/authentication.k8s.io/v1/tokenreviews","verb":"create","user":{"username":"system:serviceaccount:vault:vault"},"sourceIPs":["10.1.0.30"],"userAgent":"vault/1.15","objectRef":{"resource":"tokenreviews","apiGroup":"authentication.k8s.io","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":201},"requestObject":{"kind":"TokenReview","apiVersion":"authentication.k8s.io/v1","spec":{"token":"masked","audiences":["vault"]},"status":{"user":{}}},"responseObject":{"kind":"TokenReview","apiVersion":"authentication.k8s.io/v1","spec":{"audiences":["vault"]},"status":{"user":{},"error":"[invalid bearer token, token audiences [\"https://kubernetes.default.svc.cluster.local\"] is invalid for the target audiences [\"vault\"]]"}},"requestReceivedTimestamp":"2026-03-02T10:12:00.100000Z","stageTimestamp":"2026-03-02T10:12:00.104000Z"}

