Terraform's old provider makes an account and waits for its default_secret_name.

cluster: 1.31.4 kubeadm
found: account media/grabber
401s: 0
severity: medium
confidence: 0.95
says: waits for a token Secret of media/grabber that is never made
remedy: kubectl create token -n media grabber

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 deploy create media:serviceaccounts/grabber 201 ip=203.0.113.7 agent="HashiCorp/1.0 Terraform/1.9.5"
10:00:01 +3s x10 deploy get media:serviceaccounts/grabber 200 ip=203.0.113.7 agent="HashiCorp/1.0 Terraform/1.9.5"
10:00:05 +6s x4 deploy list media:secrets 200 ip=203.0.113.7 agent="HashiCorp/1.0 Terraform/1.9.5"

