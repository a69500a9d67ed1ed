They mount no injected token but one account's Secret, all three.

cluster: 1.27.6 OpenShift
found: account ops/robot
401s: 0
severity: low
confidence: 0.95
says: run as ops/robot

== cluster
node n1 192.0.2.1
account ops/robot
secret ops/robot-token account=robot created=2026-02-01T00:00:00Z
> pod ops/one-5d8f-a1 account=robot ip=10.1.0.1 secret=robot-token owner=ReplicaSet/one-5d8f
pod ops/two-5d8f-a1 account=robot ip=10.1.0.2 secret=robot-token owner=ReplicaSet/two-5d8f
pod ops/three-5d8f-a1 account=robot ip=10.1.0.3 secret=robot-token owner=ReplicaSet/three-5d8f

