Somebody exported the 401s of a week alone: silence between them is what they asked for.

cluster: 1.30.5 EKS
instead: UNEXPLAINED

== audit.log
2026-02-24T09:00:00 +3h x56 nobody get /api 401 ip=198.51.100.7 agent=curl/8.5
