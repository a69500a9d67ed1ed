The pipeline makes the account once more (it is there by now) and waits for a Secret of its name.

cluster: 1.30.2 GKE
found: account media/grabber
401s: 0
severity: medium
confidence: 0.95
says: waits for a token Secret of media/grabber
remedy: kubectl create token -n media grabber

== audit.log
> 10:00:00 pipeline create media:serviceaccounts/grabber 409 reason=AlreadyExists agent="spinnaker-clouddriver okhttp/3.14.9"
10:00:02 +4s x6 pipeline get media:serviceaccounts/grabber 200 agent="spinnaker-clouddriver okhttp/3.14.9"
> 10:00:10 +8s x2 pipeline get media:secrets/grabber-token 404 agent="spinnaker-clouddriver okhttp/3.14.9"

== cluster
node n1 192.0.2.1
account media/grabber created=2026-03-02T09:59:00Z
