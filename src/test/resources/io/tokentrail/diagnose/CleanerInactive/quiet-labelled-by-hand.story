A manual Secret, labelled by an admin two years ago. The cleaner never touches manual ones.

cluster: 1.34.4 kubeadm
instead: nothing

== cluster
account ops/ci-bot
tracking 2022-12-01
secret ops/ci-bot-token account=ci-bot created=2022-05-06T07:08:09Z last-used=2022-12-09 invalid-since=2024-01-10

