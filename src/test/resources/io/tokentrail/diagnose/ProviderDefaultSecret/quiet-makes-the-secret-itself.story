The pipeline knows that nobody makes the Secret for it: it makes one and reads until it is filled.

cluster: 1.31.4 kubeadm
instead: nothing

== audit.log
10:00:00 pipeline create media:serviceaccounts/grabber 201 agent="spinnaker-clouddriver okhttp/3.14.9"
10:00:01 pipeline create media:secrets/grabber-token 201 agent="spinnaker-clouddriver okhttp/3.14.9"
10:00:02 +3s x5 pipeline get media:serviceaccounts/grabber 200 agent="spinnaker-clouddriver okhttp/3.14.9"
