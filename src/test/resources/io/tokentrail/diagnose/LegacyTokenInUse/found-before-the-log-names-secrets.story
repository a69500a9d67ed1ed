1.27 says only whose token it was. The account is enough.

cluster: 1.27.3 OpenShift
found: account ci/tekton
401s: 0
severity: low
confidence: 0.95
says: ci/tekton authenticates with a Secret-based token

== audit.log
> 10:00:00 +10m x6 ci/tekton list ci:pods 200 ip=10.128.0.9 agent=tekton/0.50 legacy=tekton-token-4qz8r auto

