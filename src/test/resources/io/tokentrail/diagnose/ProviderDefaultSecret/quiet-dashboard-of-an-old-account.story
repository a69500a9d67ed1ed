Somebody has an old account open in a dashboard that refreshes every five seconds.

cluster: 1.33.0 GKE
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 +5s x20 jane@example.net get shop:serviceaccounts/cart 200 ip=203.0.113.5 agent=Headlamp/0.25

== cluster
node n1 192.0.2.1
account shop/cart created=2024-01-01T00:00:00Z
pod shop/cart-1 account=cart ip=10.1.0.8 injected

