A deployment pipeline gets the Secret by the name that it used to have, and is told 404.

cluster: 1.29.6 EKS
found: account ci/robot
401s: 0
severity: medium
confidence: 0.75..0.95
says: looked through the Secrets

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 spinnaker create ci:serviceaccounts/robot 201 ip=203.0.113.8 agent=spinnaker/1.32
10:00:01 +5s x4 spinnaker get ci:serviceaccounts/robot 200 ip=203.0.113.8 agent=spinnaker/1.32
10:00:03 +5s x4 spinnaker get ci:secrets/robot-token-abcde 404 ip=203.0.113.8 agent=spinnaker/1.32

