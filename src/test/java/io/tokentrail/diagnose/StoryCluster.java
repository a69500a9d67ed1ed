package io.tokentrail.diagnose;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cluster's objects in shorthand, one a line:
 *
 * <pre>
 * node n1 192.0.2.1 [v1.30.2] [NotReady] [DiskPressure] [uid=]
 * account shop/cart [uid=] [created=] [secrets=a,b]
 * pod shop/cart-1 [account=cart] [node=n1] [ip=10.1.0.8] [token=600:vault] [subPath] [injected]
 *     [owner=ReplicaSet/cart-5d8] [created=] [phase=] [secret=] [csi=] [runAsUser=] [fsGroup=] [uid=]
 * deployment shop/cart [account=] [secret=]      (any kind with a pod template)
 * secret ci/deployer-token account=deployer [uid=] [created=] [last-used=] [invalid-since=]
 * csidriver secrets-store.csi.k8s.io audiences=a,b
 * event FailedMount shop/cart-1 "message" [at=]
 * tracking 2024-01-10
 * flags --service-account-issuer=... (of the API server) | manager-flags --...
 * no secrets                        (an empty list of that kind)
 * </pre>
 *
 * {@code == cluster 2026-03-02T11:00:00Z} is a snapshot of that time; without a time, of noon.
 */
final class StoryCluster {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Story story;
  private final Map<String, String> addresses = new HashMap<>();
  private int snapshots;

  StoryCluster(Story story) {
    this.story = story;
    for (Story.Section section : story.sections()) {
      if (section.file().startsWith("cluster") || section.file().equals("-cluster")) {
        section.lines().forEach(this::noteAddress);
      }
    }
  }

  /** The address of a node, or of a pod {@code namespace/name}. */
  String address(String of) {
    return addresses.getOrDefault(of, "");
  }

  private void noteAddress(String line) {
    List<String> words = Story.words(plain(line));
    if (words.get(0).equals("node")) {
      addresses.put(words.get(1), words.get(2));
    } else if (words.get(0).equals("pod")) {
      addresses.put(words.get(1), Story.options(words).getOrDefault("ip", ""));
    }
  }

  private static String plain(String line) {
    return line.startsWith(">") ? line.substring(1).strip() : line.strip();
  }

  void write(Story.Section section, Map<String, String> files, List<Set<String>> marked) {
    snapshots++;
    String folder = "snapshot-" + snapshots + "/";
    List<ObjectNode> items = new ArrayList<>();
    for (String line : section.lines()) {
      List<String> words = Story.words(plain(line));
      if (words.get(0).equals("no")) {
        ObjectNode empty = JSON.createObjectNode();
        empty.put("apiVersion", "v1");
        String kind = words.get(1);
        empty.put("kind", kind(kind) + "List");
        empty.putArray("items");
        files.put(folder + kind + ".json", empty.toPrettyString() + "\n");
        continue;
      }
      items.add(item(words));
      if (line.startsWith(">")) {
        marked.add(Set.of(folder + "objects.json:" + items.size()));
      }
    }
    ObjectNode list = JSON.createObjectNode();
    list.put("apiVersion", "v1");
    list.put("kind", "List");
    ArrayNode array = list.putArray("items");
    items.forEach(array::add);
    files.put(folder + "objects.json", list.toPrettyString() + "\n");
    String at = section.rest().isEmpty() ? "2026-03-02T12:00:00Z" : section.rest();
    files.put(folder + "tokentrail-collected-at", at + "\n");
  }

  private static String kind(String plural) {
    return Map.of(
            "secrets", "Secret",
            "pods", "Pod",
            "serviceaccounts", "ServiceAccount",
            "nodes", "Node",
            "deployments", "Deployment",
            "daemonsets", "DaemonSet",
            "statefulsets", "StatefulSet",
            "cronjobs", "CronJob")
        .get(plural);
  }

  private ObjectNode item(List<String> words) {
    Map<String, String> options = Story.options(words.subList(1, words.size()));
    String name = words.get(1);
    return switch (words.get(0)) {
      case "node" -> node(name, words.get(2), words);
      case "account" -> account(name, options);
      case "pod" -> pod(name, options);
      case "secret" -> secret(name, options);
      case "csidriver" -> csiDriver(name, options);
      case "event" -> event(words, options);
      case "tracking" -> tracking(name);
      case "flags" -> controlPlane("kube-apiserver", words);
      case "manager-flags" -> controlPlane("kube-controller-manager", words);
      default -> workload(words.get(0), name, options);
    };
  }

  private static ObjectNode object(String apiVersion, String kind, String name) {
    ObjectNode object = JSON.createObjectNode();
    object.put("apiVersion", apiVersion);
    object.put("kind", kind);
    ObjectNode metadata = object.putObject("metadata");
    int slash = name.indexOf('/');
    if (slash > 0) {
      metadata.put("namespace", name.substring(0, slash));
    }
    metadata.put("name", name.substring(slash + 1));
    metadata.put("uid", "uid-" + name.substring(slash + 1));
    return object;
  }

  private static ObjectNode metadata(ObjectNode object, Map<String, String> options) {
    ObjectNode metadata = (ObjectNode) object.get("metadata");
    if (options.containsKey("uid")) {
      metadata.put("uid", options.get("uid"));
    }
    metadata.put("creationTimestamp", options.getOrDefault("created", "2024-05-06T07:08:09Z"));
    if (options.containsKey("deleted")) {
      metadata.put("deletionTimestamp", options.get("deleted"));
    }
    return metadata;
  }

  private ObjectNode node(String name, String address, List<String> words) {
    ObjectNode node = object("v1", "Node", name);
    words.stream()
        .filter(w -> w.startsWith("uid="))
        .forEach(w -> ((ObjectNode) node.get("metadata")).put("uid", w.substring(4)));
    ObjectNode status = node.putObject("status");
    ObjectNode internal = status.putArray("addresses").addObject();
    internal.put("type", "InternalIP").put("address", address);
    String version =
        words.stream().filter(w -> w.matches("v1\\..*")).findFirst().orElse("v" + story.version());
    status.putObject("nodeInfo").put("kubeletVersion", version);
    ArrayNode conditions = status.putArray("conditions");
    String ready = words.contains("NotReady") ? "Unknown" : "True";
    conditions.addObject().put("type", "Ready").put("status", ready);
    for (String pressure : List.of("DiskPressure", "MemoryPressure", "PIDPressure")) {
      String status0 = words.contains(pressure) ? "True" : "False";
      conditions.addObject().put("type", pressure).put("status", status0);
    }
    return node;
  }

  private static ObjectNode account(String name, Map<String, String> options) {
    ObjectNode account = object("v1", "ServiceAccount", name);
    metadata(account, options);
    if (options.containsKey("secrets")) {
      ArrayNode secrets = account.putArray("secrets");
      for (String secret : options.get("secrets").split(",", 0)) {
        secrets.addObject().put("name", secret);
      }
    }
    return account;
  }

  private ObjectNode pod(String name, Map<String, String> options) {
    ObjectNode pod = object("v1", "Pod", name);
    ObjectNode metadata = metadata(pod, options);
    if (options.containsKey("owner")) {
      String[] owner = options.get("owner").split("/", 0);
      metadata
          .putArray("ownerReferences")
          .addObject()
          .put("kind", owner[0])
          .put("name", owner[1])
          .put("controller", true);
    }
    ObjectNode spec = pod.putObject("spec");
    spec(spec, options);
    spec.put("nodeName", options.getOrDefault("node", "n1"));
    ObjectNode status = pod.putObject("status");
    status.put("phase", options.getOrDefault("phase", "Running"));
    status.put("startTime", options.getOrDefault("created", "2024-05-06T07:08:09Z"));
    if (options.containsKey("ip")) {
      status.put("podIP", options.get("ip"));
      status.putArray("podIPs").addObject().put("ip", options.get("ip"));
    }
    String host = address(options.getOrDefault("node", "n1"));
    if (!host.isEmpty()) {
      status.put("hostIP", host);
    }
    return pod;
  }

  private static void spec(ObjectNode spec, Map<String, String> options) {
    spec.put("serviceAccountName", options.getOrDefault("account", "default"));
    ObjectNode container = spec.putArray("containers").addObject();
    container.put("name", "main").put("image", "registry.example.net/main:1");
    ArrayNode mounts = container.putArray("volumeMounts");
    ArrayNode volumes = spec.putArray("volumes");
    Map<String, String> tokens = new LinkedHashMap<>();
    if (options.containsKey("injected")) {
      tokens.put("kube-api-access-x7k2p", "3607");
    }
    if (options.containsKey("token")) {
      int number = 0;
      for (String token : options.get("token").split(",", 0)) {
        tokens.put("token-" + ++number, token);
      }
    }
    tokens.forEach((volume, token) -> projected(volume, token, volumes, mounts, options));
    if (options.containsKey("csi")) {
      ObjectNode volume = volumes.addObject().put("name", "csi");
      volume.putObject("csi").put("driver", options.get("csi"));
      mounts.addObject().put("name", "csi").put("mountPath", "/csi");
    }
    if (options.containsKey("secret")) {
      ObjectNode volume = volumes.addObject().put("name", "credentials");
      volume.putObject("secret").put("secretName", options.get("secret"));
      mounts.addObject().put("name", "credentials").put("mountPath", "/credentials");
    }
    ObjectNode security = spec.putObject("securityContext");
    for (String field : List.of("runAsUser", "fsGroup")) {
      if (options.containsKey(field)) {
        security.put(field, Integer.parseInt(options.get(field)));
      }
    }
  }

  /** {@code seconds[:audience]}. */
  private static void projected(
      String name, String token, ArrayNode volumes, ArrayNode mounts, Map<String, String> options) {
    String[] parts = token.split(":", 2);
    ObjectNode volume = volumes.addObject().put("name", name);
    ObjectNode source =
        volume
            .putObject("projected")
            .putArray("sources")
            .addObject()
            .putObject("serviceAccountToken");
    source.put("expirationSeconds", Integer.parseInt(parts[0])).put("path", "token");
    if (parts.length > 1) {
      source.put("audience", parts[1]);
    }
    ObjectNode mount = mounts.addObject().put("name", name);
    mount.put("mountPath", "/var/run/secrets/" + name);
    if (options.containsKey("subPath")) {
      mount.put("subPath", "token");
    }
  }

  private static ObjectNode workload(String kind, String name, Map<String, String> options) {
    String proper =
        Map.of(
                "deployment", "Deployment",
                "statefulset", "StatefulSet",
                "daemonset", "DaemonSet",
                "cronjob", "CronJob",
                "job", "Job",
                "replicaset", "ReplicaSet")
            .get(kind);
    ObjectNode workload = object("apps/v1", proper, name);
    metadata(workload, options);
    ObjectNode spec = workload.putObject("spec");
    ObjectNode holder =
        kind.equals("cronjob") ? spec.putObject("jobTemplate").putObject("spec") : spec;
    spec(holder.putObject("template").putObject("spec"), options);
    return workload;
  }

  private static ObjectNode secret(String name, Map<String, String> options) {
    ObjectNode secret = object("v1", "Secret", name);
    ObjectNode metadata = metadata(secret, options);
    String account = options.getOrDefault("account", "");
    if (account.isEmpty()) {
      secret.put("type", options.getOrDefault("type", "Opaque"));
      return secret;
    }
    secret.put("type", "kubernetes.io/service-account-token");
    ObjectNode annotations = metadata.putObject("annotations");
    annotations.put("kubernetes.io/service-account.name", account);
    annotations.put(
        "kubernetes.io/service-account.uid", options.getOrDefault("of", "uid-" + account));
    ObjectNode labels = metadata.putObject("labels");
    for (String label : List.of("last-used", "invalid-since")) {
      if (options.containsKey(label)) {
        labels.put("kubernetes.io/legacy-token-" + label, options.get(label));
      }
    }
    return secret;
  }

  private static ObjectNode csiDriver(String name, Map<String, String> options) {
    ObjectNode driver = object("storage.k8s.io/v1", "CSIDriver", name);
    ArrayNode requests = driver.putObject("spec").putArray("tokenRequests");
    if (options.containsKey("audiences")) {
      for (String audience : options.get("audiences").split(",", 0)) {
        requests.addObject().put("audience", audience);
      }
    }
    return driver;
  }

  private static ObjectNode event(List<String> words, Map<String, String> options) {
    String[] pod = words.get(2).split("/", 0);
    ObjectNode event = object("v1", "Event", words.get(2) + ".18a2c3" + words.size());
    event
        .putObject("involvedObject")
        .put("kind", "Pod")
        .put("namespace", pod[0])
        .put("name", pod[1]);
    event.put("type", "Warning").put("reason", words.get(1)).put("message", words.get(3));
    event.put("firstTimestamp", options.getOrDefault("at", "2026-03-02T10:00:00Z"));
    event.put("lastTimestamp", options.getOrDefault("last", "2026-03-02T10:30:00Z"));
    event.put("count", 12);
    return event;
  }

  private static ObjectNode tracking(String since) {
    ObjectNode map =
        object(
            "v1", "ConfigMap", "kube-system/kube-apiserver-legacy-service-account-token-tracking");
    map.putObject("data").put("since", since);
    return map;
  }

  private static ObjectNode controlPlane(String program, List<String> words) {
    ObjectNode pod = object("v1", "Pod", "kube-system/" + program + "-cp-1");
    metadata(pod, Map.of());
    ObjectNode spec = pod.putObject("spec");
    spec.put("nodeName", "cp-1").put("hostNetwork", true);
    ArrayNode command =
        spec.putArray("containers").addObject().put("name", program).putArray("command");
    command.add(program);
    words.subList(1, words.size()).forEach(command::add);
    pod.putObject("status").put("phase", "Running");
    return pod;
  }
}
