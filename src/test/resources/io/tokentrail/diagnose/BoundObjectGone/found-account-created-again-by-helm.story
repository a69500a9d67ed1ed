Helm deletes and creates the service account. Pods that started before it keep a token with the old
UID until the kubelet's next refresh; the API server says both UIDs.

cluster: 1.31.4 kubeadm
found: ServiceAccount/ml/recommender
401s: 6
runner-up: TOKEN_NOT_RELOADED
severity: high
confidence: 0.97
says: made again with another UID
remedy: kubectl get serviceaccount -n ml recommender

== audit.log
09:50:00 +60s x10 ml/recommender list ml:pods 200 pod=rec-1
> 10:00:00 helm@example.net delete ml:serviceaccounts/recommender 200 ip=203.0.113.5
> 10:00:01 helm@example.net create ml:serviceaccounts/recommender 201 ip=203.0.113.5
10:00:30 +60s x6 nobody list ml:pods 401 from=ml/rec-1 agent=recommender/1.4 because="[invalid bearer token, service account UID (089909ed-3e1c-4f6e-a8d1-000000000002) does not match claim (270eeb9b-3e1c-4f6e-a8d1-000000000001)]"

== cluster
node n1 192.0.2.1
account ml/recommender uid=089909ed-3e1c-4f6e-a8d1-000000000002 created=2026-03-02T10:00:01Z
pod ml/rec-1 account=recommender ip=10.1.0.8 injected

