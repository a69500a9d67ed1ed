A job runs kubectl in its own pod; and the hosted control plane's controllers come from outside.

cluster: 1.34.1 GKE
instead: nothing

== audit.log
10:00:00 +60s x5 shop/cart list shop:pods 200 pod=cart-1 jti=a agent="kubectl/v1.34.1 (linux/amd64) kubernetes/35c3554"
10:00:30 kube-system/job-controller list shop:pods 200 ip=198.51.100.7 agent="kube-controller-manager/v1.34.1 (linux/amd64) kubernetes/35c3554/system:serviceaccount:kube-system:job-controller"

== cluster
node n1 192.0.2.1
node n2 192.0.2.2
account shop/cart
pod shop/cart-1 account=cart node=n1 ip=10.1.0.8 injected
pod shop/till-1 account=till node=n2 ip=10.1.1.9 injected
