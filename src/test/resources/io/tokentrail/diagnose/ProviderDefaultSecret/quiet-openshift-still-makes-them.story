OpenShift 4.15 (1.28) goes on making a token Secret for each account: the pipeline gets what it
waits for.

cluster: 1.28.7 OpenShift
instead: nothing

== audit.log
10:00:00 pipeline create media:serviceaccounts/grabber 201 agent="spinnaker-clouddriver okhttp/3.14.9"
10:00:02 +3s x5 pipeline get media:serviceaccounts/grabber 200 agent="spinnaker-clouddriver okhttp/3.14.9"

== cluster
node n1 192.0.2.1 v1.28.7+6c1f8e2
