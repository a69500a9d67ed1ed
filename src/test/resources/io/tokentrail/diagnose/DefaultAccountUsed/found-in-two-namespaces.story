Two namespaces, two findings: rights are given by namespace.

cluster: 1.33.1 GKE
found: account a/default
401s: 0
severity: low
confidence: 0.97
found: account b/default
says: b/default

== audit.log
> 10:00:00 +60s x2 a/default list a:pods 200 agent=one/1
> 10:00:30 +60s x2 b/default list b:pods 200 agent=two/1

