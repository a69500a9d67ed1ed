A controller that asks each minute is not heard for nine.

cluster: 1.31.4 kubeadm
found: silence of target/stories/LogGap/found-nine-silent-minutes
401s: 0
severity: low
confidence: 0.95
says: no event for 9 minutes in 1 stretch, the first from 2026-03-02 10:40:00 UTC

== audit.log
> 09:40:10 +60s x60 kcm list pods 200
10:49:10 +60s x60 kcm list pods 200
