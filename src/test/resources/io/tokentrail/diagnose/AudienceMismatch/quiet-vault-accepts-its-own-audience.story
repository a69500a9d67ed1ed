Vault asks for tokens of its own audience, and the review says that it is one: nothing is wrong.

cluster: 1.32.5 kubeadm
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"RequestResponse","auditID":"7c1d0002-0000-4000-8000-000000000001","stage":"ResponseComplete","requestURI":"/apis/authentication.k8s.io/v1/tokenreviews","verb":"create","user":{"username":"system:serviceaccount:vault:vault"},"sourceIPs":["10.1.0.30"],"userAgent":"vault/1.15","objectRef":{"resource":"tokenreviews","apiGroup":"authentication.k8s.io","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":201},"requestObject":{"kind":"TokenReview","apiVersion":"authentication.k8s.io/v1","spec":{"token":"masked","audiences":["vault"]},"status":{"user":{}}},"responseObject":{"kind":"TokenReview","apiVersion":"authentication.k8s.io/v1","spec":{"audiences":["vault"]},"status":{"authenticated":true,"user":{"username":"system:serviceaccount:shop:checkout"},"audiences":["vault"]}},"requestReceivedTimestamp":"2026-03-02T10:02:00.100000Z","stageTimestamp":"2026-03-02T10:02:00.104000Z"}

== cluster
node n1 192.0.2.1
account shop/checkout
pod shop/checkout-1 account=checkout ip=10.1.0.8 injected token=3600:vault

