Somebody emptied the Secret's data; the controller filled in a token signed with the new key. The
copy in the nightly job is no longer the server's.

cluster: 1.24.17 kubeadm
found: account ci/nightly
401s: 4
severity: low
confidence: 0.8..0.9
besides: LEGACY_TOKEN_IN_USE
says: its Secret is gone or holds another token

== audit.log
09:00:00 +10m x3 ci/nightly list ci:jobs.batch 200 ip=10.1.0.8 agent=nightly/1 legacy=nightly-token
10:00:00 +2m x4 nobody list ci:jobs.batch 401 ip=10.1.0.8 agent=nightly/1 because="[invalid bearer token, Token does not match server's copy]"

== kube-apiserver.log
> E0302 09:59:00.000000       1 authentication.go:75] "Unable to authenticate the request" err="[invalid bearer token, Token does not match server's copy]"

