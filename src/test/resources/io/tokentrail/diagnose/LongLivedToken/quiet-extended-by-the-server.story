The pod asked for 3607 s, and the API server made a year of it. That is the extension, no wish.

cluster: 1.31.4 kubeadm
instead: nothing

== tokens/cart.jwt
{"iss":"https://kubernetes.default.svc.cluster.local","sub":"system:serviceaccount:shop:cart","aud":["https://kubernetes.default.svc.cluster.local"],"iat":1772445600,"nbf":1772445600,"exp":1803981600,"jti":"3a1b5c7d-0000-4000-8000-00000000000b","kubernetes.io":{"namespace":"shop","pod":{"name":"cart-1","uid":"uid-cart-1"},"serviceaccount":{"name":"cart","uid":"uid-cart"},"warnafter":1772449207}}

== audit.log
10:40:00 kcm watch pods 200 started

