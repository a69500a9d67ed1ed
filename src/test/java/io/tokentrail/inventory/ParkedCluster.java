package io.tokentrail.inventory;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A cluster in files: two snapshots and the logs of two API servers. Each Secret in namespace
 * {@code shop} is protected by one thing alone, such as a CronJob that is suspended; namespace
 * {@code data} has something of every kind that runs.
 */
final class ParkedCluster {

  /** How people export a cluster. */
  enum Layout {
    /** {@code kubectl get pods,secrets,... -A -o json}. */
    ONE_LIST,
    /** A file for each kind. */
    KINDS,
    /** A file for each object. */
    OBJECTS,
    /** {@code kubectl cluster-info dump}: a folder for each namespace, a list for each kind. */
    NAMESPACES
  }

  static final List<String> SECRETS =
      List.of(
          "by-pod",
          "by-deployment",
          "by-cronjob",
          "by-statefulset",
          "by-daemonset",
          "by-pull",
          "by-annotation",
          "labelled",
          "used",
          "tried",
          "young",
          "free");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Instant START = Instant.parse("2026-05-20T10:55:00Z");
  private static final int MINUTES = 65;
  private static final int HALF = 33;
  private static final List<String> SERVERS = List.of("cp-1", "cp-2");

  /** File to text; what is taken away is taken from here. */
  private final SortedMap<String, String> files = new TreeMap<>();

  /** Kind to the files that hold only it; in a mixed list the kind is filtered out. */
  private final Layout layout;

  private final boolean tracked;

  /**
   * The whole cluster.
   *
   * @param tracked whether the API server notes the use of legacy tokens on their Secrets
   */
  ParkedCluster(Layout layout, boolean tracked) {
    this.layout = layout;
    this.tracked = tracked;
    snapshot("snapshot-1", "2026-05-20T11:00:00Z", false);
    snapshot("snapshot-2", "2026-05-20T11:58:00Z", true);
    for (String server : SERVERS) {
      log(server, 0, HALF);
      log(server, HALF, MINUTES);
    }
  }

  /** Everything that can be taken away, by name. */
  SortedSet<String> removals() {
    SortedSet<String> all = new TreeSet<>();
    for (String file : files.keySet()) {
      boolean singleObject = layout == Layout.OBJECTS && file.startsWith("snapshot");
      if (!singleObject) {
        all.add("file " + file);
      }
      all.add("folder " + file.substring(0, file.indexOf('/')));
      if (layout == Layout.NAMESPACES && file.chars().filter(c -> c == '/').count() > 1) {
        all.add("folder " + file.substring(0, file.lastIndexOf('/')));
      }
    }
    for (String kind :
        List.of(
            "Pod",
            "ServiceAccount",
            "Deployment",
            "DaemonSet",
            "StatefulSet",
            "CronJob",
            "Job",
            "ReplicaSet",
            "ConfigMap")) {
      all.add("kind " + kind);
      all.add("newest " + kind);
    }
    all.add("half 0");
    all.add("half " + HALF);
    return all;
  }

  void takeAway(String removal) {
    String what = removal.substring(removal.indexOf(' ') + 1);
    switch (removal.substring(0, removal.indexOf(' '))) {
      case "file" -> files.remove(what);
      case "folder" -> files.keySet().removeIf(f -> f.startsWith(what + "/"));
      case "half" -> files.keySet().removeIf(f -> f.endsWith("-" + what + ".log"));
      case "kind" -> takeKind("snapshot-", what);
      case "newest" -> takeKind("snapshot-2", what);
      default -> throw new IllegalArgumentException(removal);
    }
  }

  private void takeKind(String folder, String kind) {
    for (String file : List.copyOf(files.keySet())) {
      String text = files.get(file);
      if (!file.startsWith(folder) || !file.endsWith(".json")) {
        continue;
      }
      try {
        ObjectNode json = (ObjectNode) MAPPER.readTree(text);
        String own = json.path("kind").asText();
        if (own.equals(kind) || own.equals(kind + "List")) {
          files.remove(file);
        } else if (json.path("items").isArray()) {
          ArrayNode left = MAPPER.createArrayNode();
          json.path("items").forEach(i -> addUnless(i.path("kind").asText().equals(kind), i, left));
          if (left.isEmpty() && !json.path("items").isEmpty()) {
            files.remove(file);
          } else {
            files.put(file, json.set("items", left).toString());
          }
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void addUnless(
      boolean gone, com.fasterxml.jackson.databind.JsonNode item, ArrayNode left) {
    if (!gone) {
      left.add(item);
    }
  }

  void write(Path folder) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Files.createDirectories(folder);
  }

  private void log(String server, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int minute = from; minute < to; minute++) {
      Instant at = START.plusSeconds(60L * minute);
      text.append(event(server, minute, at, "data", "db", "list", "pods", ""));
      if (minute == 15 && server.equals("cp-2")) {
        text.append(event(server, 1000 + minute, at, "shop", "sa-used", "get", "pods", "used"));
      }
      if (minute == 25 && server.equals("cp-1")) {
        text.append(stamp(at, "tried"));
      }
      if (minute == 15 && server.equals("cp-2") && tracked) {
        text.append(stamp(at, "used"));
      }
    }
    files.put("audit/" + server + "/audit-" + from + ".log", text.toString());
  }

  private static String event(
      String server,
      int id,
      Instant at,
      String namespace,
      String account,
      String verb,
      String resource,
      String secret) {
    String annotations =
        secret.isEmpty()
            ? "\"authorization.k8s.io/decision\":\"allow\""
            : "\"authentication.k8s.io/legacy-token\":\"system:serviceaccount:"
                + namespace
                + ":"
                + account
                + "\",\"authentication.k8s.io/legacy-token-manual-secret\":\""
                + secret
                + "\"";
    return """
        {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"%s-%d","stage":"ResponseComplete",\
        "requestURI":"/api/v1/namespaces/%s/%s","verb":"%s","user":{"username":"system:serviceaccount:%s:%s",\
        "groups":["system:serviceaccounts"]},"sourceIPs":["10.0.0.9"],"userAgent":"%s/1.0",\
        "objectRef":{"resource":"%s","namespace":"%s","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":200},\
        "requestReceivedTimestamp":"%s","stageTimestamp":"%s","annotations":{%s}}
        """
        .formatted(
            server,
            id,
            namespace,
            resource,
            verb,
            namespace,
            account,
            account,
            resource,
            namespace,
            micro(at),
            micro(at),
            annotations);
  }

  private static String stamp(Instant at, String secret) {
    return """
        {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"stamp-%s","stage":"ResponseComplete",\
        "requestURI":"/api/v1/namespaces/shop/secrets/%s","verb":"patch","user":{"username":"system:apiserver"},\
        "sourceIPs":["::1"],"userAgent":"kube-apiserver/v1.33.0","objectRef":{"resource":"secrets","namespace":"shop",\
        "name":"%s","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":200},\
        "requestReceivedTimestamp":"%s","stageTimestamp":"%s"}
        """
        .formatted(secret, secret, secret, micro(at), micro(at));
  }

  private static String micro(Instant at) {
    return at.toString().replace("Z", ".000001Z");
  }

  private void snapshot(String folder, String at, boolean later) {
    files.put(folder + "/tokentrail-collected-at", at + "\n");
    List<ObjectNode> objects = objects(later);
    switch (layout) {
      case ONE_LIST -> files.put(folder + "/all.json", list("List", objects));
      case KINDS ->
          kinds(objects)
              .forEach(
                  kind ->
                      files.put(
                          folder + "/" + plural(kind) + ".json", list("List", of(kind, objects))));
      case OBJECTS ->
          objects.forEach(
              o ->
                  files.put(
                      folder
                          + "/"
                          + o.at("/metadata/namespace").asText()
                          + "/"
                          + o.path("kind").asText().toLowerCase(Locale.ROOT)
                          + "-"
                          + o.at("/metadata/name").asText()
                          + ".json",
                      o.toString()));
      case NAMESPACES -> namespaces(folder, objects);
    }
  }

  private void namespaces(String folder, List<ObjectNode> objects) {
    List<String> dumped =
        List.of("Pod", "Deployment", "DaemonSet", "StatefulSet", "CronJob", "Job", "ReplicaSet");
    for (String namespace : List.of("shop", "data", "kube-system")) {
      for (String kind : dumped) {
        List<ObjectNode> own =
            of(kind, objects).stream()
                .filter(o -> o.at("/metadata/namespace").asText().equals(namespace))
                .toList();
        files.put(
            folder + "/" + namespace + "/" + plural(kind) + ".json", list(kind + "List", own));
      }
    }
    List<ObjectNode> rest = new ArrayList<>(objects);
    rest.removeIf(o -> dumped.contains(o.path("kind").asText()));
    files.put(folder + "/rest.json", list("List", rest));
  }

  private static SortedSet<String> kinds(List<ObjectNode> objects) {
    SortedSet<String> kinds = new TreeSet<>();
    objects.forEach(o -> kinds.add(o.path("kind").asText()));
    return kinds;
  }

  private static List<ObjectNode> of(String kind, List<ObjectNode> objects) {
    return objects.stream().filter(o -> o.path("kind").asText().equals(kind)).toList();
  }

  private static String plural(String kind) {
    return kind.toLowerCase(Locale.ROOT) + "s";
  }

  private static String list(String kind, List<ObjectNode> items) {
    ObjectNode list = MAPPER.createObjectNode().put("apiVersion", "v1").put("kind", kind);
    list.putObject("metadata").put("resourceVersion", "1");
    items.forEach(list.putArray("items")::add);
    return list.toString();
  }

  private List<ObjectNode> objects(boolean later) {
    List<ObjectNode> all = new ArrayList<>();
    for (String secret : SECRETS) {
      String day = label(secret, later);
      all.add(secret(secret, day));
      all.add(object("ServiceAccount", "shop", "sa-" + secret));
    }
    ObjectNode puller = object("ServiceAccount", "shop", "puller");
    puller.putArray("imagePullSecrets").addObject().put("name", "by-pull");
    ((ObjectNode) puller.path("metadata"))
        .putObject("annotations")
        .put("ci.example.com/token", "by-annotation");
    all.add(puller);
    all.add(object("ServiceAccount", "data", "db"));
    all.add(pod("shop", "web-7f9c4-x2x4q", "ReplicaSet", "web-7f9c4", "by-pod"));
    all.add(workload("ReplicaSet", "shop", "web-7f9c4", 1, ""));
    all.add(workload("Deployment", "shop", "standby", 0, "by-deployment"));
    all.add(workload("StatefulSet", "shop", "parked", 0, "by-statefulset"));
    all.add(workload("DaemonSet", "shop", "agent", 1, "by-daemonset"));
    all.add(cron("shop", "yearly", "by-cronjob"));
    all.add(workload("Deployment", "data", "api", 1, ""));
    all.add(workload("StatefulSet", "data", "db", 1, ""));
    all.add(workload("DaemonSet", "data", "shipper", 1, ""));
    all.add(cron("data", "hourly", ""));
    ObjectNode job = workload("Job", "data", "hourly-29692560", 1, "");
    owner(job, "CronJob", "hourly");
    all.add(job);
    all.add(pod("data", "api-5d8b9-k2k4q", "ReplicaSet", "api-5d8b9", ""));
    all.add(pod("data", "db-0", "StatefulSet", "db", ""));
    all.add(pod("data", "shipper-9zzkq", "DaemonSet", "shipper", ""));
    all.add(pod("data", "hourly-29692560-7x9wq", "Job", "hourly-29692560", ""));
    for (String server : SERVERS) {
      all.add(pod("kube-system", "kube-apiserver-" + server, "Node", server, ""));
    }
    if (tracked) {
      ObjectNode map =
          object(
              "ConfigMap", "kube-system", "kube-apiserver-legacy-service-account-token-tracking");
      map.putObject("data").put("since", "2024-02-18");
      all.add(map);
    }
    return all;
  }

  /** What the API server noted on the Secret by the time of the snapshot. */
  private String label(String secret, boolean later) {
    if (secret.equals("labelled")) {
      return tracked ? "2026-05-02" : "2026-05-20";
    }
    boolean noted = tracked && later && (secret.equals("used") || secret.equals("tried"));
    return noted ? "2026-05-20" : "";
  }

  private static ObjectNode secret(String name, String lastUsed) {
    ObjectNode secret = object("Secret", "shop", name);
    secret.put("type", "kubernetes.io/service-account-token");
    ObjectNode metadata = (ObjectNode) secret.path("metadata");
    metadata.put(
        "creationTimestamp",
        name.equals("young") ? "2026-05-20T11:50:00Z" : "2023-03-01T00:00:00Z");
    metadata.putObject("annotations").put("kubernetes.io/service-account.name", "sa-" + name);
    if (!lastUsed.isEmpty()) {
      metadata.putObject("labels").put("kubernetes.io/legacy-token-last-used", lastUsed);
    }
    return secret;
  }

  private static ObjectNode object(String kind, String namespace, String name) {
    ObjectNode object = MAPPER.createObjectNode().put("apiVersion", "v1").put("kind", kind);
    object
        .putObject("metadata")
        .put("namespace", namespace)
        .put("name", name)
        .put("uid", kind + "-" + name)
        .put("creationTimestamp", "2023-01-01T00:00:00Z");
    return object;
  }

  private static ObjectNode pod(
      String namespace, String name, String ownerKind, String owner, String secret) {
    ObjectNode pod = object("Pod", namespace, name);
    owner(pod, ownerKind, owner);
    spec(pod.putObject("spec"), secret);
    pod.putObject("status").put("phase", "Running");
    return pod;
  }

  private static void owner(ObjectNode object, String kind, String name) {
    ((ObjectNode) object.path("metadata"))
        .putArray("ownerReferences")
        .addObject()
        .put("kind", kind)
        .put("name", name)
        .put("controller", true);
  }

  private static ObjectNode workload(
      String kind, String namespace, String name, int replicas, String secret) {
    ObjectNode workload = object(kind, namespace, name);
    ObjectNode spec = workload.putObject("spec").put("replicas", replicas);
    spec(spec.putObject("template").putObject("spec"), secret);
    return workload;
  }

  private static ObjectNode cron(String namespace, String name, String secret) {
    ObjectNode cron = object("CronJob", namespace, name);
    ObjectNode spec = cron.putObject("spec").put("suspend", true);
    spec(
        spec.putObject("jobTemplate").putObject("spec").putObject("template").putObject("spec"),
        secret);
    return cron;
  }

  private static void spec(ObjectNode spec, String secret) {
    ObjectNode container = spec.putArray("containers").addObject().put("name", "main");
    if (!secret.isEmpty()) {
      container.putArray("envFrom").addObject().putObject("secretRef").put("name", secret);
    }
  }
}
