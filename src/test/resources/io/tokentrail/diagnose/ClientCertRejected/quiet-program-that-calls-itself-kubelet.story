A scanner calls itself kubelet and sends a made-up token. Agents are chosen by whoever sends them.

cluster: 1.32.2 kubeadm
instead: UNKNOWN_TOKEN

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +10s x5 nobody list secrets 401 ip=198.51.100.7 agent="kubelet/v1.20.0 (linux/amd64) kubernetes/1111111" because="invalid bearer token"

