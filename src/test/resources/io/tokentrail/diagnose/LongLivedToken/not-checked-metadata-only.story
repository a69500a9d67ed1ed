TokenRequests at Metadata level say no lifetime, and there is neither token nor pod.

cluster: 1.30.0 EKS
missing: lifetimes of tokens

== audit.log
10:00:00 node:n1 token shop/cart 201

