The pod mounts a token for vault, but what it is refused for is the signature: its kubeconfig
holds a token of another cluster that has the same issuer.

cluster: 1.31.4 kubeadm
instead: UNKNOWN_TOKEN

== audit.log
09:55:00 kcm watch pods 200 started
10:00:05 +30s x6 nobody list shop:endpoints 401 from=shop/checkout-1 agent=checkout/2.0 because="[invalid bearer token, invalid signature, no keys found]"

== cluster
node n1 192.0.2.1
account shop/checkout
pod shop/checkout-1 account=checkout ip=10.1.0.8 token=3600:vault

