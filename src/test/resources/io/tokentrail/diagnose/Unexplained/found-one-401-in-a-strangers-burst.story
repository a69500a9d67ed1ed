One 401 of a pod falls into a stranger's burst. The server's lines name no request, and which of
them is whose cannot be told for a single one: it is left open.

cluster: 1.26.15 kubeadm
found: unexplained 10.1.0.21 Go-http-client/2.0
401s: 1
severity: low
confidence: 0
says: What would decide
besides: UNKNOWN_TOKEN

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 nobody list shop:pods 401 ip=10.1.0.21 agent=Go-http-client/2.0 because="invalid bearer token"
10:00:01 +1s x5 nobody list shop:pods 401 ip=198.51.100.5 agent=scan/1 because="invalid bearer token"
