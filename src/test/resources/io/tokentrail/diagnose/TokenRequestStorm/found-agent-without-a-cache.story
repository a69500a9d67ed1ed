The vault agent's operator asks for a new token on every reconcile.

cluster: 1.31.4 kubeadm
found: account vault/agent-injector
401s: 0
severity: high
confidence: 0.9..0.97
says: asked for tokens of shop/cart
remedy: kubectl get pods -n vault --field-selector spec.serviceAccountName=agent-injector

== audit.log
09:30:00 kcm watch pods 200 started
> 10:00:00 +6s x100 vault/agent-injector token shop/cart 201 pod=agent-1 ttl=600

