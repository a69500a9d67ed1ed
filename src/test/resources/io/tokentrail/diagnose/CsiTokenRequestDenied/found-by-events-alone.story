No audit log was kept. The FailedMount event holds the kubelet's words, upstream's misspelling
included.

cluster: 1.32.0 kubeadm
found: CSIDriver/blob.csi.example.net
401s: 0
severity: high
confidence: 0.96
says: for pods of data/archive

== cluster
node n1 192.0.2.1
account data/archive
pod data/archive-0 account=archive csi=blob.csi.example.net phase=Pending
csidriver blob.csi.example.net
> event FailedMount data/archive-0 "MountVolume.SetUp failed for volume \"blob\" : kubernetes.io/csi: mounter.SetUpAt failed to get service accoount token attributes: failed to fetch token: serviceaccounts \"archive\" is forbidden: audience \"api://blob\" not found in pod spec volume"

