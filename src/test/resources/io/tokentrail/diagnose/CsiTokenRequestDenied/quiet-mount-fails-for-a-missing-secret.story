The same FailedMount, but for a Secret that is absent: nobody was refused a token.

cluster: 1.35.0 GKE
instead: nothing

== cluster
node n1 192.0.2.1
pod shop/pricing-1 account=pricing csi=secrets-store.csi.k8s.io phase=Pending
csidriver secrets-store.csi.k8s.io
event FailedMount shop/pricing-1 "MountVolume.SetUp failed for volume \"config\" : secret \"pricing-config\" not found"

