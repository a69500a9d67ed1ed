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
  private final int entry;
  private final int payload;
  private final int to;

  /**
   * Of one entry.
   *
   * @param entry where its object begins
   * @param payload where the object {@code protoPayload} begins
   */
  GkeEntry(byte[] b, int entry, int payload, int to) {
    this.b = b;
    this.entry = entry;
    this.payload = payload;
    this.to = to;
  }

  void write(Unwrapped out) {
    int operation = in(entry, OPERATION);
    int request = in(payload, REQUEST);
    int response = in(payload, RESPONSE);
    int caller = in(in(payload, AUTHENTICATION), PRINCIPAL);
    boolean named = caller >= 0 && b[caller] == '"' && b[caller + 1] != '"';
    int code = code(in(payload, STATUS), response);
    out.begin(to - entry + 1024);
    out.write("{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\"");
    out.write(response >= 0 ? "RequestResponse" : request >= 0 ? "Request" : "Metadata");
    out.write("\"");
    int id = in(operation, ID);
    member(out, "auditID", id >= 0 ? id : in(entry, INSERT_ID));
    out.write(",\"stage\":\"");
    out.write(
        started(operation) || (code == 401 && !named) ? "ResponseStarted" : "ResponseComplete");
    out.write("\"");
    target(out);
    out.write(",\"user\":{");
    if (named) {
      out.write("\"username\":");
      out.write(b, caller, Members.end(b, caller, to));
    }
    out.write("}");
    int metadata = in(payload, REQUEST_METADATA);
    int ip = in(metadata, CALLER_IP);
    if (ip >= 0) {
      out.write(",\"sourceIPs\":[");
      out.write(b, ip, Members.end(b, ip, to));
      out.write("]");
    }
    member(out, "userAgent", in(metadata, AGENT));
    out.write(",\"responseStatus\":{\"metadata\":{}");
    if (code >= 400) {
      member(out, "message", in(in(payload, STATUS), MESSAGE));
    }
    out.write(",\"code\":");
    out.write(Integer.toString(code));
    out.write("}");
    member(out, "requestObject", request);
    member(out, "responseObject", response);
    member(out, "requestReceivedTimestamp", in(entry, TIMESTAMP));
    member(out, "stageTimestamp", in(entry, TIMESTAMP));
    member(out, "annotations", in(entry, LABELS));
    out.write("}");
    out.written();
  }

  private int in(int object, byte[] key) {
    return object < 0 ? -1 : Members.value(b, object, to, key);
  }

  private void member(Unwrapped out, String name, int value) {
    if (value >= 0) {
      out.write(",\"");
      out.write(name);
      out.write("\":");
      out.write(b, value, Members.end(b, value, to));
    }
  }

  private boolean started(int operation) {
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
  private int code(int status, int response) {
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
    String method = text(in(payload, METHOD));
    String resource = text(in(payload, RESOURCE));
    String[] path = resource.split("/", -1);
    boolean object = path.length >= 3 && VERSION.matcher(path[1]).matches();
    out.write(",\"requestURI\":\"");
    if (object) {
      out.write(path[0].equals("core") ? "/api/" : "/apis/" + ascii(path[0]) + "/");
      out.write(ascii(resource.substring(resource.indexOf('/') + 1)));
    } else {
      out.write("/" + ascii(resource));
    }
    out.write("\",\"verb\":\"" + ascii(method.substring(method.lastIndexOf('.') + 1)) + "\"");
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
