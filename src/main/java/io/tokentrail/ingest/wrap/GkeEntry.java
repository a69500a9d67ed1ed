package io.tokentrail.ingest.wrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Writes an entry of Google's audit log as an event of audit.k8s.io/v1. Stages are not told; the
 * first one of several entries of a long request is its ResponseStarted. A request without a caller
 * that was refused is written as API servers log it, as ResponseStarted.
 */
final class GkeEntry {

  private static final byte[] PAYLOAD = Members.key("protoPayload");
  private static final byte[] IN_BIGQUERY = Members.key("protopayload_auditlog");
  private static final byte[] REQUEST_TEXT = Members.key("requestJson");
  private static final byte[] RESPONSE_TEXT = Members.key("responseJson");
  private static final byte[] SERVICE = Members.key("serviceName");
  private static final byte[] KUBERNETES = Members.key("k8s.io");
  private static final byte[] OPERATION = Members.key("operation");
  private static final byte[] ID = Members.key("id");
  private static final byte[] FIRST = Members.key("first");
  private static final byte[] LAST = Members.key("last");
  private static final byte[] INSERT_ID = Members.key("insertId");
  private static final byte[] TIMESTAMP = Members.key("timestamp");
  private static final byte[] LABELS = Members.key("labels");
  private static final byte[] METHOD = Members.key("methodName");
  private static final byte[] RESOURCE = Members.key("resourceName");
  private static final byte[] AUTHENTICATION = Members.key("authenticationInfo");
  private static final byte[] PRINCIPAL = Members.key("principalEmail");
  private static final byte[] REQUEST_METADATA = Members.key("requestMetadata");
  private static final byte[] CALLER_IP = Members.key("callerIp");
  private static final byte[] AGENT = Members.key("callerSuppliedUserAgent");
  private static final byte[] STATUS = Members.key("status");
  private static final byte[] CODE = Members.key("code");
  private static final byte[] MESSAGE = Members.key("message");
  private static final byte[] REQUEST = Members.key("request");
  private static final byte[] RESPONSE = Members.key("response");

  private static final Pattern VERSION = Pattern.compile("v\\d\\w*");

  private final byte[] b;
  private final int to;
  private final int entry;
  private boolean whole = true;
  private int insertId = -1;
  private int timestamp = -1;
  private int labels = -1;
  private int operation = -1;
  private int payload = -1;
  private int method = -1;
  private int resource = -1;
  private int authentication = -1;
  private int metadata = -1;
  private int status = -1;
  private int request = -1;
  private int response = -1;
  private int service = -1;

  /**
   * Looks at an entry.
   *
   * @param entry where its object begins
   */
  GkeEntry(byte[] b, int entry, int to) {
    this.b = b;
    this.entry = entry;
    this.to = to;
    Members members = new Members(b, entry, to);
    while (members.next()) {
      if (members.is(PAYLOAD) || members.is(IN_BIGQUERY)) {
        payload(members.value());
      } else if (members.is(OPERATION)) {
        operation = members.value();
      } else if (members.is(INSERT_ID)) {
        insertId = members.value();
      } else if (members.is(TIMESTAMP)) {
        timestamp = members.value();
      } else if (members.is(LABELS)) {
        labels = members.value();
      }
    }
  }

  private void payload(int object) {
    payload = object;
    Members members = new Members(b, object, to);
    while (members.next()) {
      if (members.is(METHOD)) {
        method = members.value();
      } else if (members.is(RESOURCE)) {
        resource = members.value();
      } else if (members.is(AUTHENTICATION)) {
        authentication = members.value();
      } else if (members.is(REQUEST_METADATA)) {
        metadata = members.value();
      } else if (members.is(STATUS)) {
        status = members.value();
      } else if (members.is(REQUEST) || members.is(REQUEST_TEXT)) {
        request = members.value();
      } else if (members.is(RESPONSE) || members.is(RESPONSE_TEXT)) {
        response = members.value();
      } else if (members.is(SERVICE)) {
        service = members.value();
      }
    }
  }

  /** Whether it is of the audit log at all. */
  boolean hasPayload() {
    return payload >= 0;
  }

  /** Whether an API server of Kubernetes wrote it. */
  boolean isOfKubernetes() {
    return Members.is(b, service, to, KUBERNETES);
  }

  void write(Unwrapped out) {
    int caller = in(authentication, PRINCIPAL);
    boolean named = caller >= 0 && b[caller] == '"' && b[caller + 1] != '"';
    int code = code();
    out.begin(to - entry + 1024);
    out.write("{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\"");
    out.write(response >= 0 ? "RequestResponse" : request >= 0 ? "Request" : "Metadata");
    out.write("\"");
    int id = in(operation, ID);
    member(out, "auditID", id >= 0 ? id : insertId);
    out.write(",\"stage\":\"");
    boolean started = isStarted() || (code == 401 && !named);
    out.write(started ? "ResponseStarted" : "ResponseComplete");
    out.write("\"");
    target(out);
    out.write(",\"user\":{");
    if (named) {
      out.write("\"username\":");
      whole &= out.copy(b, caller, to);
    }
    out.write("}");
    int ip = in(metadata, CALLER_IP);
    if (ip >= 0) {
      out.write(",\"sourceIPs\":[");
      whole &= out.copy(b, ip, to);
      out.write("]");
    }
    member(out, "userAgent", in(metadata, AGENT));
    out.write(",\"responseStatus\":{\"metadata\":{}");
    if (code >= 400) {
      member(out, "message", in(status, MESSAGE));
    }
    out.write(",\"code\":");
    out.write(Integer.toString(code));
    out.write("}");
    body(out, "requestObject", request);
    body(out, "responseObject", response);
    time(out, "requestReceivedTimestamp");
    time(out, "stageTimestamp");
    member(out, "annotations", labels);
    out.write("}");
    if (whole) {
      out.written();
    } else {
      out.broken("broken JSON", b, entry, to);
    }
  }

  private int in(int object, byte[] key) {
    return object < 0 ? -1 : Members.value(b, object, to, key);
  }

  private void member(Unwrapped out, String name, int value) {
    if (value >= 0) {
      out.write(",\"");
      out.write(name);
      out.write("\":");
      whole &= out.copy(b, value, to);
    }
  }

  /** An object; in BigQuery it is a text. */
  private void body(Unwrapped out, String name, int value) {
    if (value < 0 || b[value] != '"') {
      member(out, name, value);
      return;
    }
    if (value + 1 < to && b[value + 1] == '{') {
      out.write(",\"");
      out.write(name);
      out.write("\":");
      whole &= out.unescape(b, value + 1, to) >= 0;
    }
  }

  /** As RFC 3339; BigQuery prints {@code 2026-03-01 11:02:05.123456 UTC}. */
  private void time(Unwrapped out, String name) {
    String text = timestamp < 0 ? "" : text(timestamp);
    if (text.length() > 19 && text.charAt(10) == ' ') {
      String plain = text.substring(11).replace(" UTC", "").replace("+00", "");
      out.write(",\"" + name + "\":\"" + ascii(text.substring(0, 10) + "T" + plain) + "Z\"");
    } else {
      member(out, name, timestamp);
    }
  }

  private boolean isStarted() {
    return truth(in(operation, FIRST)) && !truth(in(operation, LAST));
  }

  private boolean truth(int value) {
    return value >= 0 && b[value] == 't';
  }

  private String text(int value) {
    int end = value < 0 || b[value] != '"' ? -1 : Members.text(b, value + 1, to);
    return end < 0 ? "" : new String(b, value + 1, end - value - 2, UTF_8);
  }

  /** The HTTP code, where the response tells it; else what google/rpc/code.proto maps to. */
  private int code() {
    int told = Members.number(b, in(response, CODE), to);
    if (told >= 400 && told < 600) {
      return told;
    }
    return switch (Members.number(b, in(status, CODE), to)) {
      case 0 -> 200;
      case 3, 9, 11 -> 400;
      case 4 -> 504;
      case 5 -> 404;
      case 6, 10 -> 409;
      case 7 -> 403;
      case 8 -> 429;
      case 12 -> 501;
      case 14 -> 503;
      case 16 -> 401;
      default -> 500;
    };
  }

  /** Verb, URI and object, from {@code io.k8s.core.v1.pods.get} and {@code core/v1/...}. */
  private void target(Unwrapped out) {
    String name = text(method);
    String at = text(resource);
    String[] path = at.split("/", -1);
    boolean object = path.length >= 3 && VERSION.matcher(path[1]).matches();
    out.write(",\"requestURI\":\"");
    if (object) {
      out.write(path[0].equals("core") ? "/api/" : "/apis/" + ascii(path[0]) + "/");
      out.write(ascii(at.substring(at.indexOf('/') + 1)));
    } else {
      out.write("/" + ascii(at));
    }
    out.write("\",\"verb\":\"");
    out.write(ascii(name.substring(name.lastIndexOf('.') + 1)));
    out.write("\"");
    if (object) {
      objectRef(path, out);
    }
  }

  private static void objectRef(String[] path, Unwrapped out) {
    boolean within = path.length >= 5 && path[2].equals("namespaces") && !ofNamespace(path);
    String[] rest = Arrays.copyOfRange(path, within ? 4 : 2, path.length);
    out.write(",\"objectRef\":{\"resource\":\"" + ascii(rest[0]) + "\"");
    if (within) {
      out.write(",\"namespace\":\"" + ascii(path[3]) + "\"");
    }
    if (rest.length > 1) {
      out.write(",\"name\":\"" + ascii(rest[1]) + "\"");
    }
    if (!path[0].equals("core")) {
      out.write(",\"apiGroup\":\"" + ascii(path[0]) + "\"");
    }
    out.write(",\"apiVersion\":\"" + ascii(path[1]) + "\"");
    if (rest.length > 2) {
      String subresource = String.join("/", Arrays.copyOfRange(rest, 2, rest.length));
      out.write(",\"subresource\":\"" + ascii(subresource) + "\"");
    }
    out.write("}");
  }

  private static boolean ofNamespace(String[] path) {
    return path.length == 5 && (path[4].equals("status") || path[4].equals("finalize"));
  }

  /** Fit to stand between quotes, without escapes: names of objects are plain ASCII. */
  private static String ascii(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return raw.replaceAll("[^ -~]|[\"\\\\]", "?");
      }
    }
    return raw;
  }
}
