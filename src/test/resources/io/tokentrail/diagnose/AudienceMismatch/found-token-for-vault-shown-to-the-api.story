Checkout mounts a token for vault and uses it for the API server too.
It is refused from its first request on, at no hour of rotation.

cluster: 1.34.4 kubeadm
found: account shop/checkout
401s: 6
runner-up: SIGNING_KEY_CHANGED
severity: high
confidence: 0.96
says: meant for another audience, since 2026-03-02 10:00:05 UTC
remedy: kubectl get pods -n shop

== audit.log
09:55:00 kcm watch pods 200 started
10:00:05 +30s x6 nobody list shop:endpoints 401 from=shop/checkout-5d8-k2x agent=checkout/2.0 because="[invalid bearer token, token audiences [\"vault\"] is invalid for the target audiences [\"https://kubernetes.default.svc.cluster.local\"]]"

== kube-apiserver.log
> E0302 10:00:00.000000       1 authentication.go:75] "Unable to authenticate the request" err="[invalid bearer token, token audiences [\"vault\"] is invalid for the target audiences [\"https://kubernetes.default.svc.cluster.local\"]]"

== cluster
node n1 192.0.2.1
account shop/checkout
pod shop/checkout-5d8-k2x account=checkout ip=10.1.0.8 token=3600:vault created=2026-03-02T09:59:50Z

