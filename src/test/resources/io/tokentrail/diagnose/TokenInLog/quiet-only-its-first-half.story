The log was cut in the middle of the token, and what stands in the other line only looks like one.

cluster: 1.31.4 kubeadm
instead: nothing

== audit.log
09:55:00 kcm watch pods 200 started
10:00:00 apiserver get "/api/v1/namespaces/shop/pods?watch={{cut sub=system:serviceaccount:shop:cart exp=1804000000 jti=a}}" 200
10:00:10 apiserver get "/healthz?key=eyJhbGciOiJSUzI1NiIsImtpZCI6ImFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWEifQ.bm90LWpzb24tYXQtYWxsLW5vdC1qc29uLWF0LWFsbC1ub3QtanNvbi1hdC1hbGwtbm90LWpzb24tYXQtYWxsLW5vdC1qc29uLWF0LWFsbC1ub3QtanNvbi1hdC1hbGwtbm90LWpzb24tYXQtYWxsLW5vdC1qc29uLWF0LWFsbA.bm8tc2lnbmF0dXJlLWF0LWFsbC1uby1zaWduYXR1cmUtYXQtYWxs" 200
