The audit policy leaves TokenRequests out, the snapshot has no Events, and there is no kubelet log.

cluster: 1.33.2 kubeadm
missing: TokenRequests in the audit log, Events in a snapshot, or a kubelet's log

== audit.log
10:00:00 kcm watch pods 200 started

== cluster
node n1 192.0.2.1
pod shop/pricing-1 account=pricing csi=secrets-store.csi.k8s.io phase=Pending

