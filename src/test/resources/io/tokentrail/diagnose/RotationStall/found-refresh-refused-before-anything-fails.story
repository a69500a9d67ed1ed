The quota webhook is down and fails closed. No token has died yet when the log ends, but one was
not refreshed and the kubelet says why.

cluster: 1.28.9 OpenShift
found: account data/etl
401s: 3
severity: low
confidence: 0.85..0.97
says: (status 500)

== audit.log
10:00:00 node:n1 token data/etl 201 pod=etl-0 ttl=600
10:00:30 +60s x10 data/etl list data:jobs.batch 200 pod=etl-0
> 10:08:05 +75s x5 node:n1 token data/etl 500 pod=etl-0 ttl=600 message="Internal error occurred: failed calling webhook \"tokens.guard.example.net\": failed to call webhook: Post \"https://guard.security.svc:443/validate?timeout=10s\": dial tcp 172.30.4.9:443: connect: connection refused"
10:11:15 +30s x3 nobody list data:jobs.batch 401 from=data/etl-0 agent=etl/1.4 because="[invalid bearer token, service account token has expired]"

== kubelet-n1.log
E0302 10:08:05.204511    2203 token_manager.go:124] "Couldn't update token" err="Internal error occurred: failed calling webhook \"tokens.guard.example.net\"" cacheKey="\"etl\"/\"data\"/[]string(nil)/600/v1.BoundObjectReference{Kind:\"Pod\", APIVersion:\"v1\", Name:\"etl-0\", UID:\"uid-etl-0\"}"

== cluster
node n1 192.0.2.1
account data/etl
pod data/etl-0 account=etl ip=10.1.0.8 token=600

