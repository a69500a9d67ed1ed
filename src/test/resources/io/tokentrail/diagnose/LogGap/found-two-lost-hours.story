The shipper was down from eleven to one.

cluster: 1.31.4 kubeadm
found: silence of target/stories/LogGap/found-two-lost-hours
401s: 0
severity: low
confidence: 0.95
says: no event for 1

== audit.log
> 09:00:00 +20s x360 kcm watch pods 200 started
13:00:00 +20s x360 kcm watch pods 200 started

