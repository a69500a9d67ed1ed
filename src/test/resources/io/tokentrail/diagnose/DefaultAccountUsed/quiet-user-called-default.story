A person whose user name is default, from the OIDC provider, is no service account.

cluster: 1.34.4 OpenShift
instead: nothing

== audit.log
10:00:00 +60s x6 default list shop:configmaps 200 ip=203.0.113.4

