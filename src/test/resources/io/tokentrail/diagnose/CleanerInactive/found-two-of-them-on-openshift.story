Two Secrets of one namespace stand past their time.

cluster: 1.30.4 OpenShift
found: Secret/data/etl-token-aaaaa
401s: 0
severity: low
confidence: 0.9
found: Secret/data/etl-token-bbbbb
says: data/etl-token-bbbbb

== cluster
account data/etl secrets=etl-token-aaaaa,etl-token-bbbbb
tracking 2022-12-01
> secret data/etl-token-aaaaa account=etl created=2022-05-06T07:08:09Z invalid-since=2024-05-10
> secret data/etl-token-bbbbb account=etl created=2022-05-06T07:08:09Z invalid-since=2024-05-10

