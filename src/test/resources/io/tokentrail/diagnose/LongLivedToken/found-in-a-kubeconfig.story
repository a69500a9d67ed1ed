A token file among the input: issued for a year, bound to nothing.

cluster: 1.33.0 EKS
found: account ci/robot
401s: 0
severity: medium
confidence: 0.95
says: lives 365 days

== tokens/robot.jwt
> {"iss":"https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE","sub":"system:serviceaccount:ci:robot","aud":["https://kubernetes.default.svc"],"iat":1767225600,"nbf":1767225600,"exp":1798761600,"jti":"3a1b5c7d-0000-4000-8000-00000000000a","kubernetes.io":{"namespace":"ci","serviceaccount":{"name":"robot","uid":"uid-robot"}}}

== audit.log
10:40:00 kcm watch pods 200 started

