package io.tokentrail.ingest.wrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows whose columns are the event's fields by their paths, as search tools export tables: {@code
 * user.username}, {@code kubernetes.audit.responseStatus.code}, {@code responseStatus_code}; or
 * objects held as texts, as Alibaba's log service has them.
 */
final class FlattenedFields implements LogWrapper {

  /** Objects of an event whose fields have columns of their own. */
  private static final List<String> OBJECTS = List.of("user", "objectRef", "responseStatus");

  private static final List<String> TEXTS =
      List.of(
          "level",
          "auditID",
          "stage",
          "requestURI",
          "verb",
          "userAgent",
          "requestReceivedTimestamp",
          "stageTimestamp",
          "user.username",
          "user.uid",
          "objectRef.resource",
          "objectRef.subresource",
          "objectRef.namespace",
          "objectRef.name",
          "objectRef.uid",
          "objectRef.apiGroup",
          "objectRef.apiVersion",
          "responseStatus.status",
          "responseStatus.message",
          "responseStatus.reason");

  private static final List<String> BODIES =
      List.of("requestObject", "responseObject", "annotations");

  private static final String ANNOTATIONS = "annotations.";

  @Override
  public String name() {
    return "flattened";
  }

  @Override
  public boolean claims(Outline outline) {
    for (String in : new String[] {"", "[].", "kubernetes.audit.", "[].kubernetes.audit."}) {
      boolean nested =
          outline.has(in + "user")
              || outline.has(in + "responseStatus")
              || outline.has(in + "objectRef");
      boolean flat =
          outline.has(in + "user.username")
              || outline.has(in + "user_username")
              || outline.has(in + "responseStatus.code")
              || outline.has(in + "responseStatus_code");
      if (outline.has(in + "auditID") && outline.at(in + "user").startsWith("{")) {
        return true;
      }
      boolean document = in.endsWith("audit.") && outline.has(in.substring(0, in.length() - 1));
      if (outline.has(in + "auditID") && flat && !nested && !document) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    int at = Members.space(bytes, from, to);
    if (at >= to || bytes[at] != '{' || Members.end(bytes, at, to) < 0) {
      event.broken("cut off in the middle", bytes, from, to);
      return;
    }
    Map<String, int[]> fields = new LinkedHashMap<>();
    Members members = new Members(bytes, at, to);
    while (members.next()) {
      int end = Members.end(bytes, members.value(), to);
      if (end > 0) {
        fields.putIfAbsent(path(members.name()), new int[] {members.value(), end});
      }
    }
    if (!fields.containsKey("auditID")) {
      event.leftOut();
      return;
    }
    event.begin(2 * (to - at) + 1024);
    event.write("{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\"");
    for (String text : TEXTS) {
      if (text.indexOf('.') < 0) {
        member(bytes, fields.get(text), text, event, ",");
      }
    }
    addresses(bytes, fields.get("sourceIPs"), event);
    for (String object : OBJECTS) {
      object(bytes, object, fields, event);
    }
    for (String body : BODIES) {
      text(bytes, body, fields.get(body), event);
    }
    annotations(bytes, fields, event);
    event.write("}");
    event.written();
  }

  /** The field's path, without the folder that a store puts it into. */
  private static String path(String column) {
    String path = column.replaceFirst("^(?:[\\w-]+\\.)*audit\\.", "");
    return path.startsWith(ANNOTATIONS) ? path : path.replace('_', '.');
  }

  private static boolean member(
      byte[] b, int[] value, String name, Unwrapped event, String separator) {
    if (value == null || b[value[0]] != '"') {
      return false;
    }
    event.write(separator + "\"" + name + "\":");
    event.write(b, value[0], value[1]);
    return true;
  }

  /** A list, a list written as text, or addresses between commas. */
  private static void addresses(byte[] b, int[] value, Unwrapped event) {
    if (value == null || value[1] - value[0] < 3) {
      return;
    }
    String text = new String(b, value[0], value[1] - value[0], UTF_8);
    String plain = text.replaceAll("[^0-9A-Fa-f:., %]", "").strip();
    if (!plain.isEmpty()) {
      event.write(",\"sourceIPs\":[\"" + plain.replaceAll("[, ]+", "\",\"") + "\"]");
    }
  }

  private static void object(byte[] b, String object, Map<String, int[]> fields, Unwrapped event) {
    if (text(b, object, fields.get(object), event)) {
      return;
    }
    event.write(",\"" + object + "\":{");
    String separator = "";
    for (String text : TEXTS) {
      if (text.startsWith(object + ".")
          && member(b, fields.get(text), text.substring(object.length() + 1), event, separator)) {
        separator = ",";
      }
    }
    int[] code = fields.get(object + ".code");
    if (code != null) {
      event.write(separator + "\"code\":" + Members.number(b, code[0], code[1]));
    }
    event.write("}");
  }

  /** An object that a store holds as a text. */
  private static boolean text(byte[] b, String name, int[] value, Unwrapped event) {
    if (value == null || b[value[0]] != '"' || b[value[0] + 1] != '{') {
      return false;
    }
    event.write(",\"" + name + "\":");
    return event.unescape(b, value[0] + 1, value[1]) > 0;
  }

  private static void annotations(byte[] b, Map<String, int[]> fields, Unwrapped event) {
    String separator = ",\"annotations\":{";
    for (Map.Entry<String, int[]> field : fields.entrySet()) {
      String name = field.getKey();
      if (name.startsWith(ANNOTATIONS)
          && name.indexOf('"') < 0
          && member(b, field.getValue(), name.substring(12), event, separator)) {
        separator = ",";
      }
    }
    if (separator.length() == 1) {
      event.write("}");
    }
  }

  @Override
  public List<String> blindSpots() {
    return List.of("A table shows its columns alone: fields that were not exported are unknown.");
  }
}
