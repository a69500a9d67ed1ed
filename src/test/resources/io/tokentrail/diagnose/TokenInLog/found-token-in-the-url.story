A script sends its token in the URL, where every log keeps it; the API server does not even heed it.

cluster: 1.33.1 EKS
found: account shop/cart
401s: 0
severity: medium
confidence: 0.97
says: stood in request URLs of "curl/8.5"
remedy: never in the URL

== audit.log
09:55:00 kcm watch pods 200 started
> 10:00:00 anonymous get "/api/v1/namespaces/shop/pods?access_token={{token sub=system:serviceaccount:shop:cart exp=1804000000 jti=a}}" 403 agent=curl/8.5
