An installer makes the account, then reads it every three seconds to see whether `.secrets` has an
entry by now. It never looks for the Secret itself.

cluster: 1.35.1 AKS
found: account media/grabber
401s: 0
severity: medium
confidence: 0.85
says: it read the account 9 times

== audit.log
> 10:00:00 installer create media:serviceaccounts/grabber 201 agent=installer/3.2
10:00:01 +3s x9 installer get media:serviceaccounts/grabber 200 agent=installer/3.2
