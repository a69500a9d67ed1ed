#!/bin/sh
# Collects what `tokentrail analyze` reads of a cluster, with kubectl alone. POSIX shell.
#
# It reads and writes nothing in the cluster: no token is requested, no object is made. Of Secrets it keeps names, types,
# labels, the two annotations that name the account, times and the names of their keys, never a value, unless
# --secret-data asks for the token of token Secrets. What a step may not read is told and left out.
#
# Pods and workloads are kept whole: whoever wrote a password into an environment value finds it in them.
set -u
umask 077

usage() {
  cat <<'END'
usage: sh collect.sh [OPTION]...
  --out DIR        where to; must not exist yet (default: tokentrail-TIME)
  --context NAME   kubectl's context (default: the current one)
  --namespace NS   only this namespace's pods, accounts, Secrets, workloads and events; repeatable (default: all)
  --no-secrets     leave Secrets out: then it may not even list them
  --secret-data    keep the tokens of token Secrets too: live credentials, handle DIR as one
  --token-files    run `stat -L` in running pods for ages and modes of their token files: needs pods/exec
  --no-logs        leave the API servers' own logs out
  --rbac USER      print the roles that these options need, bound to USER, and do nothing
  --help           this

Afterwards add what kubectl cannot read: the API servers' audit logs, and of each node its kubelet's log
(journalctl -u kubelet -o short-iso). Then: tokentrail analyze DIR audit.log kubelet.log --out report
END
}

fail() {
  printf 'collect: %s\n' "$1" >&2
  exit 2
}

out=''
context=''
namespaces=''
secrets=names
token_files=no
logs=yes
rbac=''

while [ $# -gt 0 ]; do
  case $1 in
    --out | --context | --namespace | --rbac)
      [ $# -ge 2 ] || fail "$1 needs a value"
      case $1 in
        --out) out=$2 ;;
        --context) context=$2 ;;
        --rbac) rbac=$2 ;;
        --namespace)
          case $2 in
            '' | *[!a-z0-9-]*) fail "$2 is no namespace" ;;
          esac
          namespaces="$namespaces $2"
          ;;
      esac
      shift
      ;;
    --no-secrets) secrets=none ;;
    --secret-data) secrets=data ;;
    --token-files) token_files=yes ;;
    --no-logs) logs=no ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      usage >&2
      fail "unknown option $1"
      ;;
  esac
  shift
done

# ---- the roles ----------------------------------------------------------------------------------------------------

# rule GROUP RESOURCES VERBS [NAMES]
rule() {
  printf -- '- apiGroups: ["%s"]\n  resources: [%s]\n' "$1" "$2"
  [ -z "${4-}" ] || printf '  resourceNames: [%s]\n' "$4"
  printf '  verbs: [%s]\n' "$3"
}

# head KIND NAMESPACE
role() {
  printf -- '---\napiVersion: rbac.authorization.k8s.io/v1\nkind: %s\nmetadata:\n  name: tokentrail-collector\n' "$1"
  [ -z "$2" ] || printf '  namespace: %s\n' "$2"
}

# bound KIND NAMESPACE
bound() {
  role "$1Binding" "$2"
  printf 'roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: %s\n  name: tokentrail-collector\n' "$1"
  printf 'subjects:\n- apiGroup: rbac.authorization.k8s.io\n  kind: User\n  name: "%s"\n' "$rbac"
}

namespaced_rules() {
  rule '' 'pods, serviceaccounts, events, replicationcontrollers' 'list'
  rule apps 'deployments, daemonsets, statefulsets, replicasets' 'list'
  rule batch 'jobs, cronjobs' 'list'
  if [ "$secrets" != none ]; then
    printf '# Kubernetes has no narrower verb: who may list Secrets could read them. Without: --no-secrets\n'
    rule '' secrets list
  fi
  if [ "$token_files" = yes ]; then
    printf '# kubectl exec: create, and get where it speaks WebSocket. Without: no --token-files\n'
    rule '' 'pods/exec' 'create, get'
  fi
}

system_rules() {
  rule '' configmaps get kube-apiserver-legacy-service-account-token-tracking
  rule coordination.k8s.io leases list
  if [ "$logs" = yes ]; then
    rule '' pods list
    rule '' 'pods/log' get
  fi
}

print_rbac() {
  case $rbac in
    *[\"\\]*) fail 'a user name without quotes, please' ;;
  esac
  role ClusterRole ''
  printf 'rules:\n'
  rule '' nodes list
  rule storage.k8s.io csidrivers list
  printf -- '- nonResourceURLs: ["/version", "/metrics", "/openid/v1/jwks", "/.well-known/openid-configuration"]\n'
  printf '  verbs: [get]\n'
  [ -n "$namespaces" ] || namespaced_rules
  bound ClusterRole ''
  system=no
  for ns in $namespaces; do
    role Role "$ns"
    printf 'rules:\n'
    namespaced_rules
    if [ "$ns" = kube-system ]; then
      system=yes
      system_rules
    fi
    bound Role "$ns"
  done
  if [ "$system" = no ]; then
    role Role kube-system
    printf 'rules:\n'
    system_rules
    bound Role kube-system
  fi
  role Role kube-node-lease
  printf 'rules:\n'
  rule coordination.k8s.io leases list
  bound Role kube-node-lease
}

if [ -n "$rbac" ]; then
  print_rbac
  exit 0
fi

# ---- the steps ----------------------------------------------------------------------------------------------------

command -v kubectl >/dev/null 2>&1 || fail 'kubectl is not on the PATH'

k() {
  if [ -n "$context" ]; then
    kubectl --context "$context" "$@"
  else
    kubectl "$@"
  fi
}

now() {
  date -u +%Y-%m-%dT%H:%M:%SZ
}

file_time() {
  date -u +%Y%m%dT%H%M%SZ
}

[ -n "$out" ] || out="tokentrail-$(file_time)"
[ ! -e "$out" ] || fail "$out exists already"
mkdir -p "$out/snapshot" "$out/keys" "$out/metrics" || fail "cannot create $out"

kept=0
left_out=0

# take FILE LISTED COMMAND...: keeps what the command prints, or tells why not and goes on. kubectl calls every list a
# List; as a LISTED it also says of a kind with no object that it was looked for.
take() {
  file=$1
  listed=$2
  shift 2
  if "$@" >"$out/.part" 2>"$out/.why" </dev/null && [ -s "$out/.part" ]; then
    if [ -n "$listed" ]; then
      sed "s/^    \"kind\": \"List\",\$/    \"kind\": \"$listed\",/" "$out/.part" >"$out/$file"
    else
      mv "$out/.part" "$out/$file"
    fi
    kept=$((kept + 1))
  else
    left_out=$((left_out + 1))
    printf 'collect: left out %s: %s\n' "$file" "$(sed -n 1p "$out/.why")" >&2
  fi
  rm -f "$out/.part" "$out/.why"
}

# objects TYPE LISTED FORMAT: of all namespaces, or of those asked for
objects() {
  if [ -z "$namespaces" ]; then
    take "snapshot/${1%%.*}.json" "$2" k get "$1" --all-namespaces -o "$3"
  else
    for ns in $namespaces; do
      take "snapshot/${1%%.*}-$ns.json" "$2" k get "$1" --namespace "$ns" -o "$3"
    done
  fi
}

# A Secret without its values. Annotations are chosen by name, since tools leave copies of the whole Secret in others
# (kubectl.kubernetes.io/last-applied-configuration, kapp.k14s.io/original).
secret_names=$(
  cat <<'END'
{"apiVersion":"v1","kind":"SecretList","items":[
{{- $next := ""}}
{{- range .items}}{{$next}}{{$next = ","}}{{$type := .type}}
{"apiVersion":"v1","kind":"Secret","type":{{printf "%q" $type}},"metadata":{"namespace":{{printf "%q" .metadata.namespace -}}
,"name":{{printf "%q" .metadata.name}},"uid":{{printf "%q" .metadata.uid -}}
,"creationTimestamp":{{printf "%q" .metadata.creationTimestamp}}
{{- with .metadata.deletionTimestamp}},"deletionTimestamp":{{printf "%q" .}}{{end -}}
,"labels":{ {{- $c := ""}}
{{- range $k, $v := .metadata.labels}}{{$c}}{{$c = ","}}{{printf "%q" $k}}:{{printf "%q" $v}}{{end}}}
{{- ""}},"annotations":{ {{- $c = ""}}
{{- range $k, $v := .metadata.annotations}}
{{- if or (eq $k "kubernetes.io/service-account.name") (eq $k "kubernetes.io/service-account.uid")}}
{{- $c}}{{$c = ","}}{{printf "%q" $k}}:{{printf "%q" $v}}{{end}}{{end}}}}
{{- ""}},"data":{ {{- $c = ""}}
{{- range $k, $v := .data}}{{$c}}{{$c = ","}}{{printf "%q" $k}}:
{{- if and $values (eq $type "kubernetes.io/service-account-token") (eq $k "token")}}
{{- printf "%q" $v}}{{else}}null{{end}}{{end}}}}
{{- end}}]}
END
)
if [ "$secrets" = data ]; then
  secret_names="{{\$values := true}}$secret_names"
else
  secret_names="{{\$values := false}}$secret_names"
fi

# Namespace, pod, container and path of each mounted token, separated by tabs.
mounts=$(
  cat <<'END'
{{- range .items}}{{$p := .}}
{{- if eq .status.phase "Running"}}
{{- range .spec.volumes}}{{$volume := .name}}
{{- if .projected}}
{{- range .projected.sources}}
{{- if .serviceAccountToken}}{{$file := .serviceAccountToken.path}}
{{- range $p.spec.containers}}{{$c := .name}}
{{- range .volumeMounts}}
{{- if eq .name $volume}}
{{- $p.metadata.namespace}}{{"\t"}}{{$p.metadata.name}}{{"\t"}}{{$c}}{{"\t"}}{{.mountPath}}
{{- if not .subPath}}/{{$file}}{{end}}{{"\n"}}
{{- end}}{{end}}{{end}}{{end}}{{end}}{{end}}{{end}}{{end}}{{end}}
END
)

list_mounts() {
  if [ -z "$namespaces" ]; then
    k get pods --all-namespaces -o "go-template=$mounts"
  else
    for ns in $namespaces; do
      k get pods --namespace "$ns" -o "go-template=$mounts"
    done
  fi
}

# The kubelet replaces the file behind a symbolic link: only stat -L sees its age.
ages() {
  printf 'namespace\tpod\tcontainer\tpath\tmode\tmtime\tcaptured_at\n'
  tab=$(printf '\t')
  list_mounts | while IFS="$tab" read -r ns pod container path; do
    seen=$(k exec --namespace "$ns" "$pod" -c "$container" -- stat -L -c '%a %Y' "$path" 2>/dev/null </dev/null) || seen=''
    case $seen in
      '' | *[!0-9\ ]* | *\ *\ *) printf 'collect: no age of %s in %s/%s\n' "$path" "$ns" "$pod" >&3 ;;
      *\ *)
        printf '%s\t%s\t%s\t%s\t0%s\t%s\t%s\n' "$ns" "$pod" "$container" "$path" "${seen% *}" "${seen#* }" "$(date -u +%s)"
        ;;
    esac
  done
}

# ---- what is read -------------------------------------------------------------------------------------------------

exec 3>&2
now >"$out/snapshot/tokentrail-collected-at"
take "metrics/apiserver-$(file_time).prom" '' k get --raw /metrics
take snapshot/version.json '' k version -o json
take snapshot/nodes.json NodeList k get nodes -o json
take snapshot/csidrivers.json CSIDriverList k get csidrivers.storage.k8s.io -o json
objects pods PodList json
objects serviceaccounts ServiceAccountList json
objects deployments.apps DeploymentList json
objects daemonsets.apps DaemonSetList json
objects statefulsets.apps StatefulSetList json
objects replicasets.apps ReplicaSetList json
objects replicationcontrollers ReplicationControllerList json
objects jobs.batch JobList json
objects cronjobs.batch CronJobList json
objects events '' json
[ "$secrets" = none ] || objects secrets '' "go-template=$secret_names"
take snapshot/node-leases.json '' k get leases.coordination.k8s.io --namespace kube-node-lease -o json
take snapshot/leases.json '' k get leases.coordination.k8s.io --namespace kube-system -o json
take snapshot/legacy-token-tracking.json '' k get configmap kube-apiserver-legacy-service-account-token-tracking \
  --namespace kube-system -o json
take keys/openid-configuration.json '' k get --raw /.well-known/openid-configuration
take keys/jwks.json '' k get --raw /openid/v1/jwks

if [ "$logs" = yes ]; then
  mkdir -p "$out/logs"
  for pod in $(k get pods --namespace kube-system -l component=kube-apiserver \
    -o 'go-template={{range .items}}{{.metadata.name}}{{"\n"}}{{end}}' 2>/dev/null </dev/null); do
    take "logs/$pod.log" '' k logs --namespace kube-system "$pod" --timestamps
  done
fi

if [ "$token_files" = yes ]; then
  mkdir -p "$out/token-files"
  take "token-files/token-files-$(file_time).tsv" '' ages
fi

# A counter needs two readings.
take "metrics/apiserver-$(file_time)-end.prom" '' k get --raw /metrics

printf 'collect: %s files in %s, %s left out\n' "$kept" "$out" "$left_out" >&2
[ "$secrets" != data ] || printf 'collect: %s holds live tokens: treat it as a credential\n' "$out" >&2
[ "$kept" -gt 0 ] || exit 1
