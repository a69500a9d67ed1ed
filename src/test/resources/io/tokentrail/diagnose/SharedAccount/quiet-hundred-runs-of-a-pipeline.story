Runs of one CronJob, each a Job of its own.

cluster: 1.34.1 AKS
instead: nothing

== cluster
node n1 192.0.2.1
account ci/runner
pod ci/nightly-29012340-aa account=runner ip=10.1.0.1 injected owner=Job/nightly-29012340
pod ci/nightly-29013780-bb account=runner ip=10.1.0.2 injected owner=Job/nightly-29013780
pod ci/nightly-29015220-cc account=runner ip=10.1.0.3 injected owner=Job/nightly-29015220

