package io.tokentrail.diagnose;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An audit log in shorthand, one request a line: when, who, what, answered how.
 *
 * <pre>
 * 10:00:00 node:n1 token shop/cart 201 pod=cart-1 ttl=600 jti=a      a kubelet's TokenRequest
 * 10:01:00 shop/cart list shop:configmaps 200 pod=cart-1 node=n1 ip=10.1.0.8 jti=a
 * 10:11:10 +40s x4 nobody list shop:configmaps 401 ip=10.1.0.8 agent=cart/1.4 because="..."
 * 10:12:00 jane delete ci:secrets/deployer-token 200
 * 10:12:30 nobody get /version 401 ip=203.0.113.9 agent=curl/8.5
 * </pre>
 *
 * Who is {@code nobody} (a 401's empty user), {@code namespace/name} (a service account), {@code
 * node:NAME}, {@code apiserver}, {@code kcm} (the controller manager), {@code anonymous}, or a user
 * name as it is. What is {@code namespace:resource[.group]/name/subresource} or a path. {@code
 * +STEP xN} repeats. {@code because} also writes the API server's own line for the refusal, {@code
 * seeks=ns:secrets/name} the authenticator's look-up inside it. Bodies: {@code set.a.b=value}.
 */
final class StoryAudit {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter KLOG =
      DateTimeFormatter.ofPattern("MMdd HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Story story;
  private final StoryCluster cluster;
  private final List<String> lines = new ArrayList<>();
  private final List<String> serverLog = new ArrayList<>();
  private String salt = "";

  StoryAudit(Story story, StoryCluster cluster) {
    this.story = story;
    this.cluster = cluster;
  }

  void write(Story.Section section, Map<String, String> files, List<Set<String>> marked) {
    salt = section.file();
    for (String line : section.lines()) {
      boolean decisive = line.startsWith(">");
      Set<String> references = new LinkedHashSet<>();
      for (String json : request(decisive ? line.substring(1).strip() : line.strip())) {
        lines.add(json);
        references.add(section.file() + ":" + lines.size());
        int id = json.indexOf("\"auditID\":\"") + 11;
        references.add("auditID=" + json.substring(id, json.indexOf('"', id)));
      }
      if (decisive) {
        marked.add(references);
      }
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(l -> text.append(StoryWrap.of(story.platform(), l)).append('\n'));
    files.put(section.file(), text.toString());
    if (!serverLog.isEmpty()) {
      files.merge(
          section.file().replace("audit.log", "kube-apiserver.log"),
          String.join("\n", serverLog) + "\n",
          String::concat);
    }
  }

  private List<String> request(String line) {
    if (line.startsWith("{")) {
      return List.of(line);
    }
    List<String> words = new ArrayList<>(Story.words(line));
    Instant at = time(words.remove(0));
    Duration step = Duration.ZERO;
    int times = 1;
    if (words.get(0).startsWith("+")) {
      step = step(words.remove(0).substring(1));
      times = Integer.parseInt(words.remove(0).substring(1));
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.addAll(one(at.plus(step.multipliedBy(i)), i, words));
    }
    return all;
  }

  private static Instant time(String text) {
    return Instant.parse(
        text.contains("T") ? text + (text.endsWith("Z") ? "" : "Z") : "2026-03-02T" + text + "Z");
  }

  private static Duration step(String text) {
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private List<String> one(Instant at, int index, List<String> words) {
    String who = words.get(0);
    String verb = words.get(1);
    String what = words.get(2);
    int code = Integer.parseInt(words.get(3));
    Map<String, String> options = Story.options(words.subList(4, words.size()));
    options.replaceAll((k, v) -> v.replace("#", Integer.toString(index + 1)));
    if (verb.equals("token")) {
      verb = "create";
      String[] account = what.split("/", 0);
      what = account[0] + ":serviceaccounts/" + account[1] + "/token";
    }
    boolean started = who.equals("nobody") || options.containsKey("started");
    boolean body = options.keySet().stream().anyMatch(k -> k.startsWith("set."));
    boolean told = options.containsKey("ttl") || options.containsKey("aud");
    ObjectNode event = JSON.createObjectNode();
    event.put("kind", "Event").put("apiVersion", "audit.k8s.io/v1");
    event.put("level", body || told ? "Request" : "Metadata");
    event.put("auditID", uuid("id " + salt + " " + lines.size() + " " + index + " " + at));
    event.put("stage", started ? "ResponseStarted" : "ResponseComplete");
    target(event, verb, what);
    user(event, who, options);
    String address = address(who, options);
    if (!address.isEmpty()) {
      event.putArray("sourceIPs").add(address);
    }
    event.put("userAgent", agent(who, options));
    status(event, who, code, options);
    if (body || told) {
      body(event, options);
    }
    event.put("requestReceivedTimestamp", MICROS.format(at.plusMillis(100)));
    Duration took = Duration.ofMillis(Long.parseLong(options.getOrDefault("ms", "4")));
    event.put("stageTimestamp", MICROS.format(at.plusMillis(100).plus(took)));
    annotations(event, who, options);
    List<String> written = new ArrayList<>();
    if (options.containsKey("seeks")) {
      Map<String, String> inside = Map.of("ms", "1");
      ObjectNode lookUp = JSON.createObjectNode();
      lookUp.put("kind", "Event").put("apiVersion", "audit.k8s.io/v1").put("level", "Metadata");
      lookUp.put("auditID", uuid("look-up " + salt + " " + at + " " + index + lines.size()));
      lookUp.put("stage", "ResponseComplete");
      target(lookUp, "get", options.get("seeks"));
      user(lookUp, "apiserver", inside);
      lookUp.putArray("sourceIPs").add("::1");
      lookUp.put("userAgent", agent("apiserver", inside));
      status(lookUp, "apiserver", 404, inside);
      lookUp.put("requestReceivedTimestamp", MICROS.format(at.plusMillis(101)));
      lookUp.put("stageTimestamp", MICROS.format(at.plusMillis(102)));
      written.add(lookUp.toString());
    }
    written.add(event.toString());
    if (options.containsKey("because")) {
      serverLog.add(
          "E"
              + KLOG.format(at.plusMillis(102))
              + "       1 authentication.go:75] \"Unable to authenticate the request\" err=\""
              + options.get("because").replace("\"", "\\\"")
              + "\"");
    }
    return written;
  }

  private static String uuid(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void target(ObjectNode event, String verb, String what) {
    if (what.startsWith("/")) {
      event.put("requestURI", what).put("verb", verb);
      return;
    }
    int colon = what.indexOf(':');
    String namespace = colon < 0 ? "" : what.substring(0, colon);
    String[] parts = what.substring(colon + 1).split("/", 3);
    int dot = parts[0].indexOf('.');
    String resource = dot < 0 ? parts[0] : parts[0].substring(0, dot);
    String group = dot < 0 ? "" : parts[0].substring(dot + 1);
    String version = group.contains("metrics") ? "v1beta1" : "v1";
    StringBuilder uri =
        new StringBuilder(group.isEmpty() ? "/api/v1" : "/apis/" + group + "/" + version);
    uri.append(namespace.isEmpty() ? "" : "/namespaces/" + namespace).append('/').append(resource);
    for (int i = 1; i < parts.length; i++) {
      uri.append('/').append(parts[i]);
    }
    event.put("requestURI", uri + (verb.equals("watch") ? "?watch=true" : "")).put("verb", verb);
    ObjectNode ref = event.putObject("objectRef").put("resource", resource);
    if (!namespace.isEmpty()) {
      ref.put("namespace", namespace);
    }
    if (parts.length > 1) {
      ref.put("name", parts[1]);
    }
    if (!group.isEmpty()) {
      ref.put("apiGroup", group);
    }
    ref.put("apiVersion", version);
    if (parts.length > 2) {
      ref.put("subresource", parts[2]);
    }
  }

  private boolean from(int minor) {
    return Integer.parseInt(story.version().split("\\.", 0)[1]) >= minor;
  }

  private void user(ObjectNode event, String who, Map<String, String> options) {
    ObjectNode user = event.putObject("user");
    if (who.equals("nobody")) {
      return;
    }
    user.put("username", username(who));
    String extra = "authentication.kubernetes.io/";
    boolean pod = account(who) && options.containsKey("pod");
    boolean id = account(who) && options.containsKey("jti") && from(30);
    if (pod || id) {
      ObjectNode all = user.putObject("extra");
      if (pod) {
        String name = options.get("pod");
        all.putArray(extra + "pod-name").add(name);
        all.putArray(extra + "pod-uid").add(options.getOrDefault("uid", "uid-" + name));
        if (from(30)) {
          all.putArray(extra + "node-name").add(options.getOrDefault("node", "n1"));
        }
      }
      if (id) {
        all.putArray(extra + "credential-id").add("JTI=" + uuid(options.get("jti")));
      }
    }
  }

  private static boolean account(String who) {
    return who.matches("[a-z0-9-]+/[a-z0-9.-]+");
  }

  private static String username(String who) {
    return switch (who) {
      case "apiserver" -> "system:apiserver";
      case "kcm" -> "system:kube-controller-manager";
      case "anonymous" -> "system:anonymous";
      case "cleaner" -> "system:serviceaccount:kube-system:legacy-service-account-token-cleaner";
      default ->
          who.startsWith("node:")
              ? "system:node:" + who.substring(5)
              : account(who) ? "system:serviceaccount:" + who.replace('/', ':') : who;
    };
  }

  private String address(String who, Map<String, String> options) {
    if (options.containsKey("ip")) {
      return options.get("ip").equals("none") ? "" : options.get("ip");
    }
    if (options.containsKey("from")) {
      return cluster.address(options.get("from"));
    }
    if (who.startsWith("node:")) {
      String known = cluster.address(who.substring(5));
      return known.isEmpty() ? "192.0.2.1" : known;
    }
    if (account(who) && options.containsKey("pod")) {
      String known = cluster.address(who.split("/", 0)[0] + "/" + options.get("pod"));
      return known.isEmpty() ? "10.1.0.8" : known;
    }
    return who.equals("apiserver") ? "::1" : "192.0.2.9";
  }

  private String agent(String who, Map<String, String> options) {
    if (options.containsKey("agent")) {
      return options.get("agent");
    }
    String build = "/v" + story.version() + " (linux/amd64) kubernetes/a78aa47";
    if (who.startsWith("node:")) {
      return "kubelet" + build;
    }
    return switch (who) {
      case "apiserver" -> "kube-apiserver" + build;
      case "kcm" -> "kube-controller-manager" + build + "/kube-controller-manager";
      case "nobody" -> "Go-http-client/2.0";
      default -> account(who) ? who.split("/", 0)[1] + "/1.4" : "kubectl" + build;
    };
  }

  private void status(ObjectNode event, String who, int code, Map<String, String> options) {
    ObjectNode status = event.putObject("responseStatus");
    status.putObject("metadata");
    if (code >= 400 && (who.equals("nobody") || options.containsKey("message") || code != 401)) {
      status.put("status", "Failure");
      boolean refused = who.equals("nobody") && code == 401;
      String message = options.getOrDefault("message", refused ? "Unauthorized" : "");
      if (!message.isEmpty() && (!refused || from(24))) {
        status.put("message", message);
      }
      status.put(
          "reason",
          options.getOrDefault(
              "reason",
              switch (code) {
                case 401 -> "Unauthorized";
                case 403 -> "Forbidden";
                case 404 -> "NotFound";
                case 422 -> "Invalid";
                case 429 -> "TooManyRequests";
                default -> "InternalError";
              }));
    }
    if (options.containsKey("attempted")) {
      status.removeAll();
      status.putObject("metadata");
      status.put("message", "Authentication failed, " + options.get("attempted"));
    }
    status.put("code", code);
  }

  private static void body(ObjectNode event, Map<String, String> options) {
    ObjectNode request = event.putObject("requestObject");
    if (options.containsKey("ttl") || options.containsKey("aud")) {
      request.put("kind", "TokenRequest").put("apiVersion", "authentication.k8s.io/v1");
      ObjectNode spec = request.putObject("spec");
      if (options.containsKey("aud")) {
        spec.putArray("audiences").add(options.get("aud"));
      } else {
        spec.putNull("audiences");
      }
      spec.put("expirationSeconds", Long.parseLong(options.getOrDefault("ttl", "3607")));
      if (options.containsKey("pod")) {
        String pod = options.get("pod");
        spec.putObject("boundObjectRef")
            .put("kind", "Pod")
            .put("apiVersion", "v1")
            .put("name", pod)
            .put("uid", options.getOrDefault("uid", "uid-" + pod));
      } else {
        spec.putNull("boundObjectRef");
      }
    }
    options.forEach(
        (key, value) -> {
          if (key.startsWith("set.")) {
            ObjectNode at = request;
            String[] path = key.substring(4).split("\\|", 0);
            for (int i = 0; i < path.length - 1; i++) {
              at = at.withObject("/" + path[i]);
            }
            at.put(path[path.length - 1], value);
          }
        });
  }

  private void annotations(ObjectNode event, String who, Map<String, String> options) {
    if (who.equals("nobody")) {
      return;
    }
    ObjectNode all = event.putObject("annotations");
    boolean forbidden = options.containsKey("forbid") || who.equals("anonymous");
    all.put("authorization.k8s.io/decision", forbidden ? "forbid" : "allow");
    if (options.containsKey("jti") && !account(who) && from(30)) {
      all.put(
          "authentication.kubernetes.io/issued-credential-id", "JTI=" + uuid(options.get("jti")));
    }
    if (options.containsKey("stale")) {
      all.put(
          "authentication.k8s.io/stale-token",
          "subject: "
              + username(who)
              + ", seconds after warning threshold: "
              + options.get("stale"));
    }
    if (options.containsKey("legacy")) {
      all.put("authentication.k8s.io/legacy-token", username(who));
      if (from(29)) {
        String kind = options.containsKey("auto") ? "autogenerated" : "manual";
        all.put("authentication.k8s.io/legacy-token-" + kind + "-secret", options.get("legacy"));
      }
    }
  }
}
