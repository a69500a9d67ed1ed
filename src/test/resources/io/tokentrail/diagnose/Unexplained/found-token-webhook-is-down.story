An agent whose tokens only the token webhook knows is refused while that is down. It is no service account's, and
the API server's own words are all that there is.

cluster: 1.36.3 kubeadm
found: unexplained 192.0.2.59 gate-agent/3.1
401s: 4
severity: low
confidence: 0
says: the API server said "[invalid bearer token, the server is currently unable to handle the request]"

== audit.log
10:00:00 +60s x5 gate@example.net list iot:services 200 ip=192.0.2.59 agent=gate-agent/3.1
> 10:05:00 nobody list iot:services 401 ip=192.0.2.59 agent=gate-agent/3.1 because="[invalid bearer token, the server is currently unable to handle the request]"
10:06:00 +20s x3 nobody list iot:services 401 ip=192.0.2.59 agent=gate-agent/3.1 because="[invalid bearer token, the server is currently unable to handle the request]"
