An operator polls for an account that does not exist yet and is told 404. Nobody's token is gone.

cluster: 1.29.9 GKE
instead: nothing

== audit.log
09:50:00 kcm watch pods 200 started
10:00:00 +30s x10 ops/operator get shop:serviceaccounts/search 404 pod=operator-1 message="serviceaccounts \"search\" not found"

