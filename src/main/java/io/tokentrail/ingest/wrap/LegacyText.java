package io.tokentrail.ingest.wrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that {@code --audit-log-format=legacy} writes (Kubernetes 1.7 to 1.19): {@code TIME
 * AUDIT: id="..." stage="..." ip="..." method="..." user="..." ... uri="..." response="200"}.
 * Before 1.8 there was no stage: a line with a response is the answer.
 */
final class LegacyText implements LogWrapper {

  private static final Pattern LINE =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[-+]\\d\\d:\\d\\d))"
              + " AUDIT: (id=\".*)");

  /** As Go quotes it. */
  private static final Pattern FIELD = Pattern.compile("([a-z-]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Pattern NAMESPACED =
      Pattern.compile("/(?:api|apis/([^/?]+))/([^/?]+)/namespaces/([^/?]+)/([^/?]+)(/[^?]*)?.*");

  private static final Pattern CLUSTER_WIDE =
      Pattern.compile("/(?:api|apis/([^/?]+))/([^/?]+)/(?:watch/)?([^/?]+)(/[^?]*)?.*");

  @Override
  public String name() {
    return "legacy";
  }

  @Override
  public boolean claims(Outline outline) {
    String text = outline.text();
    int end = text.indexOf('\n');
    return LINE.matcher(end < 0 ? text : text.substring(0, end).stripTrailing()).matches();
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    Matcher line = LINE.matcher(new String(bytes, from, to - from, UTF_8).stripTrailing());
    if (!line.matches()) {
      event.broken("no line of a legacy audit log", bytes, from, to);
      return;
    }
    Map<String, String> fields = new HashMap<>();
    Matcher field = FIELD.matcher(line.group(2));
    while (field.find()) {
      fields.putIfAbsent(field.group(1), field.group(2));
    }
    String response = told(fields, "response");
    String stage = fields.getOrDefault("stage", "");
    event.begin(2 * (to - from) + 1024);
    event.write("{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\"Metadata\"");
    text(event, "auditID", fields.getOrDefault("id", ""));
    text(
        event,
        "stage",
        !stage.isEmpty() ? stage : response.isEmpty() ? "RequestReceived" : "ResponseComplete");
    text(event, "requestURI", told(fields, "uri"));
    text(event, "verb", told(fields, "method").toLowerCase(java.util.Locale.ROOT));
    String user = told(fields, "user");
    event.write(
        ",\"user\":{" + (user.isEmpty() ? "" : "\"username\":\"" + json(user) + "\"") + "}");
    String ip = told(fields, "ip");
    if (!ip.isEmpty()) {
      event.write(",\"sourceIPs\":[\"" + json(ip) + "\"]");
    }
    text(event, "userAgent", told(fields, "user-agent"));
    object(event, told(fields, "uri"));
    if (response.matches("\\d{3}")) {
      event.write(",\"responseStatus\":{\"metadata\":{},\"code\":" + response + "}");
    }
    text(event, "requestReceivedTimestamp", line.group(1));
    text(event, "stageTimestamp", line.group(1));
    event.write("}");
    event.written();
  }

  /** A field's text; {@code <none>}, {@code <self>} and their like are nothing. */
  private static String told(Map<String, String> fields, String name) {
    String text = fields.getOrDefault(name, "");
    return text.startsWith("<") && text.endsWith(">") ? "" : text;
  }

  private static void text(Unwrapped event, String name, String text) {
    if (!text.isEmpty()) {
      event.write(",\"" + name + "\":\"" + json(text) + "\"");
    }
  }

  /** Go's quoting is JSON's, but for bytes and the bell; beyond ASCII it needs no escapes. */
  private static String json(String quoted) {
    String json = quoted.replaceAll("\\\\(?:x[0-9a-f]{2}|[av']|U[0-9a-f]{8})", "?");
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      ascii.append(c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
    }
    return ascii.toString();
  }

  private static void object(Unwrapped event, String uri) {
    Matcher within = NAMESPACED.matcher(uri);
    Matcher wide = CLUSTER_WIDE.matcher(uri);
    if (within.matches()) {
      object(event, within.group(1), within.group(4), within.group(5), within.group(3));
    } else if (wide.matches()) {
      object(event, wide.group(1), wide.group(3), wide.group(4), "");
    }
  }

  private static void object(
      Unwrapped event, String group, String resource, String rest, String namespace) {
    String[] path = rest == null ? new String[0] : rest.substring(1).split("/", 2);
    event.write(",\"objectRef\":{\"resource\":\"" + json(resource) + "\"");
    String[][] more = {
      {"namespace", namespace},
      {"name", path.length > 0 ? path[0] : ""},
      {"subresource", path.length > 1 ? path[1] : ""},
      {"apiGroup", group == null ? "" : group}
    };
    for (String[] one : more) {
      text(event, one[0], one[1]);
    }
    event.write("}");
  }

  @Override
  public List<String> blindSpots() {
    return List.of(
        "The legacy text has no bodies, no annotations and no user agent before Kubernetes 1.12.",
        "Before Kubernetes 1.8 it is written behind authentication: no 401 is in it.");
  }
}
