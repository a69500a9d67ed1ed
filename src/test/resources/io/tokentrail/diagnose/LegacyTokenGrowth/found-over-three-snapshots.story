Each month some more; the last one against the first one tells how many.

cluster: 1.28.1 OpenShift
found: everything
401s: 0
severity: low
confidence: 0.93
says: grew from 1 to 6

== cluster 2026-01-02T09:00:00Z
secret shop/a-token account=a

== cluster 2026-02-02T09:00:00Z
secret shop/a-token account=a
secret shop/b-token account=b created=2026-01-09T09:00:00Z
secret shop/c-token account=c created=2026-01-09T09:00:00Z

== cluster 2026-03-02T09:00:00Z
secret shop/a-token account=a
secret shop/b-token account=b created=2026-01-09T09:00:00Z
secret shop/c-token account=c created=2026-01-09T09:00:00Z
> secret shop/d-token account=d created=2026-02-09T09:00:00Z
secret shop/e-token account=e created=2026-02-09T09:00:00Z
secret shop/f-token account=f created=2026-02-09T09:00:00Z

