A kubelet is refused twice within the second in which it takes its new certificate, and goes on.

cluster: 1.30.4 EKS
instead: UNEXPLAINED

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +1s x2 nobody get nodes/n2 401 from=n2 agent="kubelet/v1.30.4 (linux/amd64) kubernetes/8b5c1aa"
10:00:05 +10s x20 node:n2 get nodes/n2 200

== cluster
node n2 192.0.2.2

