Up to 1.23 the Secret comes within a second, and the tool goes on.

cluster: 1.34.1 kubeadm
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 deploy create media:serviceaccounts/grabber 201 ip=203.0.113.7 agent="HashiCorp/1.0 Terraform/1.9.5"
10:00:01 +3s x2 deploy get media:serviceaccounts/grabber 200 ip=203.0.113.7 agent="HashiCorp/1.0 Terraform/1.9.5"
10:00:03 deploy create media:secrets/grabber-token 201 ip=203.0.113.7 agent="HashiCorp/1.0 Terraform/1.9.5"
10:00:04 deploy get media:serviceaccounts/grabber 200 ip=203.0.113.7 agent="HashiCorp/1.0 Terraform/1.9.5"

