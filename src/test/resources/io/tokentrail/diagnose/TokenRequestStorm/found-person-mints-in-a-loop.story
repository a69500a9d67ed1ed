A script in a shell asks for a token before each of its calls: kubectl create token in a loop.

cluster: 1.28.3 EKS
found: storm of arn:aws:iam::111122223333:user/dev
401s: 0
severity: high
confidence: 0.7..0.97
says: asked for tokens of ci/deployer

== audit.log
09:30:00 kcm watch pods 200 started
> 10:00:00 +10s x60 arn:aws:iam::111122223333:user/dev token ci/deployer 201 ip=203.0.113.5 ttl=3600

