package io.tokentrail.ingest.wrap;

import static java.nio.charset.StandardCharsets.UTF_8;

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

  private static final byte[] METADATA_LEVEL = event("Metadata");
  private static final byte[] REQUEST_LEVEL = event("Request");
  private static final byte[] RESPONSE_LEVEL = event("RequestResponse");
  private static final byte[] AUDIT_ID = Members.key(",\"auditID\":");
  private static final byte[] STARTED = Members.key(",\"stage\":\"ResponseStarted\"");
  private static final byte[] COMPLETE = Members.key(",\"stage\":\"ResponseComplete\"");
  private static final byte[] URI = Members.key(",\"requestURI\":\"");
  private static final byte[] VERB = Members.key("\",\"verb\":\"");
  private static final byte[] USER = Members.key(",\"user\":{");
  private static final byte[] USERNAME = Members.key("\"username\":");
  private static final byte[] SOURCE_IPS = Members.key(",\"sourceIPs\":[");
  private static final byte[] USER_AGENT = Members.key(",\"userAgent\":");
  private static final byte[] RESPONSE_STATUS = Members.key(",\"responseStatus\":{\"metadata\":{}");
  private static final byte[] TOLD = Members.key(",\"message\":");
  private static final byte[] CODE_200 = Members.key(",\"code\":200}");
  private static final byte[] REQUEST_OBJECT = Members.key(",\"requestObject\":");
  private static final byte[] RESPONSE_OBJECT = Members.key(",\"responseObject\":");
  private static final byte[] RECEIVED = Members.key(",\"requestReceivedTimestamp\":");
  private static final byte[] ANSWERED = Members.key(",\"stageTimestamp\":");
  private static final byte[] ANNOTATIONS = Members.key(",\"annotations\":");
  private static final byte[] CLOSED = Members.key("}");
  private static final byte[] CLOSED_LIST = Members.key("]");
  private static final byte[] QUOTE = Members.key("\"");

  private final byte[] b;
  private final int to;
  private final int entry;
  private final int end;
  private boolean whole = true;
  private int insertId = -1;
  private int timestamp = -1;
  private int labels = -1;
  private int id = -1;
  private int first = -1;
  private int last = -1;
  private int payload = -1;
  private int method = -1;
  private int resource = -1;
  private int caller = -1;
  private int address = -1;
  private int agent = -1;
  private int rpc = -1;
  private int message = -1;
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
        members.ends(payload(members.value()));
      } else if (members.is(OPERATION)) {
        members.ends(operation(members.value()));
      } else if (members.is(INSERT_ID)) {
        insertId = members.value();
      } else if (members.is(TIMESTAMP)) {
        timestamp = members.value();
      } else if (members.is(LABELS)) {
        labels = members.value();
      }
    }
    end = members.closed();
  }

  private int payload(int object) {
    payload = object;
    Members members = new Members(b, object, to);
    while (members.next()) {
      if (members.is(METHOD)) {
        method = members.value();
      } else if (members.is(RESOURCE)) {
        resource = members.value();
      } else if (members.is(AUTHENTICATION)) {
        members.ends(caller(members.value()));
      } else if (members.is(REQUEST_METADATA)) {
        members.ends(metadata(members.value()));
      } else if (members.is(STATUS)) {
        members.ends(status(members.value()));
      } else if (members.is(REQUEST) || members.is(REQUEST_TEXT)) {
        request = members.value();
      } else if (members.is(RESPONSE) || members.is(RESPONSE_TEXT)) {
        response = members.value();
      } else if (members.is(SERVICE)) {
        service = members.value();
      }
    }
    return members.closed();
  }

  private int operation(int object) {
    Members members = new Members(b, object, to);
    while (members.next()) {
      if (members.is(ID)) {
        id = members.value();
      } else if (members.is(FIRST)) {
        first = members.value();
      } else if (members.is(LAST)) {
        last = members.value();
      }
    }
    return members.closed();
  }

  private int caller(int object) {
    Members members = new Members(b, object, to);
    while (members.next()) {
      if (members.is(PRINCIPAL)) {
        caller = members.value();
      }
    }
    return members.closed();
  }

  private int metadata(int object) {
    Members members = new Members(b, object, to);
    while (members.next()) {
      if (members.is(CALLER_IP)) {
        address = members.value();
      } else if (members.is(AGENT)) {
        agent = members.value();
      }
    }
    return members.closed();
  }

  private int status(int object) {
    Members members = new Members(b, object, to);
    while (members.next()) {
      if (members.is(CODE)) {
        rpc = members.value();
      } else if (members.is(MESSAGE)) {
        message = members.value();
      }
    }
    return members.closed();
  }

  /** Behind the entry; negative when it does not end. */
  int end() {
    return end;
  }

  /** Whether it is of the audit log at all. */
  boolean hasPayload() {
    return payload >= 0;
  }

  /** Whether an API server of Kubernetes wrote it. */
  boolean isOfKubernetes() {
    return Members.is(b, service, to, KUBERNETES);
  }

  private static byte[] event(String level) {
    String start = "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\"";
    return Members.key(start + level + "\"");
  }

  void write(Unwrapped out) {
    boolean named = caller >= 0 && b[caller] == '"' && b[caller + 1] != '"';
    int code = code();
    out.begin(to - entry + 1024);
    out.write(response >= 0 ? RESPONSE_LEVEL : request >= 0 ? REQUEST_LEVEL : METADATA_LEVEL);
    member(out, AUDIT_ID, id >= 0 ? id : insertId);
    boolean started = isStarted() || (code == 401 && !named);
    out.write(started ? STARTED : COMPLETE);
    target(out);
    out.write(USER);
    if (named) {
      out.write(USERNAME);
      whole &= out.copy(b, caller, to);
    }
    out.write(CLOSED);
    if (address >= 0) {
      out.write(SOURCE_IPS);
      whole &= out.copy(b, address, to);
      out.write(CLOSED_LIST);
    }
    member(out, USER_AGENT, agent);
    out.write(RESPONSE_STATUS);
    if (code >= 400) {
      member(out, TOLD, message);
    }
    out.write(code == 200 ? CODE_200 : Members.key(",\"code\":" + code + "}"));
    body(out, REQUEST_OBJECT, request);
    body(out, RESPONSE_OBJECT, response);
    time(out, RECEIVED);
    time(out, ANSWERED);
    member(out, ANNOTATIONS, labels);
    out.write(CLOSED);
    if (whole) {
      out.written();
    } else {
      out.broken("broken JSON", b, entry, to);
    }
  }

  private int in(int object, byte[] key) {
    return object < 0 ? -1 : Members.value(b, object, to, key);
  }

  private void member(Unwrapped out, byte[] name, int value) {
    if (value >= 0) {
      out.write(name);
      whole &= out.copy(b, value, to);
    }
  }

  /** An object; in BigQuery it is a text. */
  private void body(Unwrapped out, byte[] name, int value) {
    if (value < 0 || b[value] != '"') {
      member(out, name, value);
      return;
    }
    if (value + 1 < to && b[value + 1] == '{') {
      out.write(name);
      whole &= out.unescape(b, value + 1, to) >= 0;
    }
  }

  /** As RFC 3339; BigQuery prints {@code 2026-03-01 11:02:05.123456 UTC}. */
  private void time(Unwrapped out, byte[] name) {
    if (timestamp >= 0 && timestamp + 20 < to && b[timestamp + 11] == ' ') {
      String text = text(timestamp);
      String plain = text.substring(11).replace(" UTC", "").replace("+00", "");
      out.write(name);
      out.write("\"" + ascii(text.substring(0, 10) + "T" + plain) + "Z\"");
    } else {
      member(out, name, timestamp);
    }
  }

  private boolean isStarted() {
    return truth(first) && !truth(last);
  }

  private boolean truth(int value) {
    return value >= 0 && (b[value] == 't' || (b[value] == '"' && b[value + 1] == 't'));
  }

  private String text(int value) {
    int end = value < 0 || b[value] != '"' ? -1 : Members.text(b, value + 1, to);
    return end < 0 ? "" : new String(b, value + 1, end - value - 2, UTF_8);
  }

  /** The HTTP code, where the response tells it; else what google/rpc/code.proto maps to. */
  private int code() {
    int google = Members.number(b, rpc, to);
    int told = Members.number(b, in(response, CODE), to);
    if (told >= 400 && told < 600) {
      return told;
    }
    return switch (google) {
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
    int from = resource < 0 || b[resource] != '"' ? 0 : resource + 1;
    int last = from == 0 ? 0 : Scan.mark(b, from, to);
    if (last < to && (from == 0 || b[last] == '"') && GkeTarget.write(b, from, last, out)) {
      verb(out);
      GkeTarget.objectRef(b, from, last, out);
    } else {
      out.write(URI);
      out.write("/" + ascii(text(resource)));
      verb(out);
    }
  }

  private void verb(Unwrapped out) {
    out.write(VERB);
    int from = method < 0 || b[method] != '"' ? 0 : method + 1;
    int last = from == 0 ? 0 : Scan.mark(b, from, to);
    int dot = last;
    while (dot > from && b[dot - 1] >= 'A' && b[dot - 1] <= 'z') {
      dot--;
    }
    out.write(b, dot, last);
    out.write(QUOTE);
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
