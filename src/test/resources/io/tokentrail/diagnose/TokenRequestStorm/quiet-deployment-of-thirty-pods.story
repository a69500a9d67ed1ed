A rollout brings thirty pods within two minutes, each with its first token.

cluster: 1.29.2 GKE
instead: nothing

== audit.log
09:30:00 kcm watch pods 200 started
10:00:00 +4s x30 node:n1 token shop/web 201
10:20:00 kcm watch pods 200 started

