package io.tokentrail.ingest.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads one event of any valid JSON with Jackson: the slow path, and what the skimmer is measured
 * against. Of duplicate keys the last one counts, as in Go.
 */
final class StrictReader {

  static final String NOT_AN_EVENT = "JSON, but no audit event";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private int base;

  /**
   * Reads the first JSON value of a slice of valid UTF-8.
   *
   * @return where that value ends
   * @throws IOException when it is no JSON or no event; the message is the reason
   */
  int read(byte[] bytes, int from, int to, AuditEvent event) throws IOException {
    event.clear(bytes);
    base = from;
    boolean kindly = true;
    long only = AuditEvent.NEVER;
    try (JsonParser p = JSON.createParser(bytes, from, to - from)) {
      if (p.nextToken() != JsonToken.START_OBJECT) {
        throw new NotAnEvent(p.currentToken() == null ? "no JSON" : "JSON, but no object");
      }
      while (p.nextToken() == JsonToken.FIELD_NAME) {
        String key = p.currentName();
        JsonToken value = p.nextToken();
        switch (key) {
          case "kind" -> {
            kindly &= "Event".equals(p.getText());
            p.skipChildren();
          }
          case "level" -> text(p, event, AuditEvent.LEVEL);
          case "auditID" -> text(p, event, AuditEvent.AUDIT_ID);
          case "stage" -> text(p, event, AuditEvent.STAGE);
          case "requestURI" -> text(p, event, AuditEvent.URI);
          case "verb" -> text(p, event, AuditEvent.VERB);
          case "userAgent" -> text(p, event, AuditEvent.AGENT);
          case "user" -> user(p, event);
          case "sourceIPs" -> last(p, event, AuditEvent.SOURCE_IP);
          case "objectRef" -> object(p, event);
          case "responseStatus" -> status(p, event);
          case "annotations" -> annotations(p, event);
          case "requestObject" -> extent(p, event, AuditEvent.REQUEST_BODY);
          case "responseObject" -> extent(p, event, AuditEvent.RESPONSE_BODY);
          case "requestReceivedTimestamp" -> event.received = stamp(p);
          case "stageTimestamp" -> event.answered = stamp(p);
          case "timestamp" -> only = stamp(p);
          default -> {
            if (value.isStructStart()) {
              p.skipChildren();
            }
          }
        }
      }
      if (event.answered == AuditEvent.NEVER && event.received == AuditEvent.NEVER) {
        // the only time of an early v1beta1 (Kubernetes 1.8)
        event.answered = only;
      }
      if (!kindly) {
        throw new NotAnEvent(NOT_AN_EVENT);
      }
      int end = from + (int) p.currentLocation().getByteOffset();
      event.extent(from, end);
      event.suspect = Swar.token(bytes, from, Math.max(from, end - Long.BYTES));
      return end;
    }
  }

  /** JSON that is something else. */
  static final class NotAnEvent extends IOException {
    private static final long serialVersionUID = 1;

    NotAnEvent(String why) {
      super(why);
    }
  }

  private static void user(JsonParser p, AuditEvent event) throws IOException {
    for (int field = AuditEvent.USERNAME; field <= AuditEvent.CREDENTIAL_ID; field++) {
      event.forget(field);
    }
    for (String key = firstKey(p); key != null; key = nextKey(p)) {
      if (key.equals("username")) {
        text(p, event, AuditEvent.USERNAME);
      } else if (key.equals("extra")) {
        extra(p, event);
      } else {
        p.skipChildren();
      }
    }
  }

  private static void extra(JsonParser p, AuditEvent event) throws IOException {
    for (int field = AuditEvent.POD_NAME; field <= AuditEvent.CREDENTIAL_ID; field++) {
      event.forget(field);
    }
    for (String key = firstKey(p); key != null; key = nextKey(p)) {
      switch (key) {
        case "authentication.kubernetes.io/pod-name" -> last(p, event, AuditEvent.POD_NAME);
        case "authentication.kubernetes.io/pod-uid" -> last(p, event, AuditEvent.POD_UID);
        case "authentication.kubernetes.io/node-name" -> last(p, event, AuditEvent.NODE_NAME);
        case "authentication.kubernetes.io/credential-id" ->
            last(p, event, AuditEvent.CREDENTIAL_ID);
        default -> p.skipChildren();
      }
    }
  }

  private static void object(JsonParser p, AuditEvent event) throws IOException {
    for (int field = AuditEvent.RESOURCE; field <= AuditEvent.API_GROUP; field++) {
      event.forget(field);
    }
    for (String key = firstKey(p); key != null; key = nextKey(p)) {
      switch (key) {
        case "resource" -> text(p, event, AuditEvent.RESOURCE);
        case "subresource" -> text(p, event, AuditEvent.SUBRESOURCE);
        case "namespace" -> text(p, event, AuditEvent.NAMESPACE);
        case "name" -> text(p, event, AuditEvent.NAME);
        case "uid" -> text(p, event, AuditEvent.UID);
        case "apiGroup" -> text(p, event, AuditEvent.API_GROUP);
        default -> p.skipChildren();
      }
    }
  }

  private static void status(JsonParser p, AuditEvent event) throws IOException {
    event.forget(AuditEvent.MESSAGE);
    event.forget(AuditEvent.DETAILS_UID);
    event.code = 0;
    for (String key = firstKey(p); key != null; key = nextKey(p)) {
      switch (key) {
        case "message" -> text(p, event, AuditEvent.MESSAGE);
        case "code" -> {
          event.code = p.currentToken().isScalarValue() ? p.getValueAsInt(0) : 0;
          p.skipChildren();
        }
        case "details" -> {
          event.forget(AuditEvent.DETAILS_UID);
          for (String inner = firstKey(p); inner != null; inner = nextKey(p)) {
            if (inner.equals("uid")) {
              text(p, event, AuditEvent.DETAILS_UID);
            } else {
              p.skipChildren();
            }
          }
        }
        default -> p.skipChildren();
      }
    }
  }

  private static void annotations(JsonParser p, AuditEvent event) throws IOException {
    for (int field = AuditEvent.STALE; field <= AuditEvent.ISSUED_ID; field++) {
      event.forget(field);
    }
    for (String key = firstKey(p); key != null; key = nextKey(p)) {
      switch (key) {
        case "authentication.k8s.io/stale-token" -> text(p, event, AuditEvent.STALE);
        case "authentication.k8s.io/legacy-token" -> text(p, event, AuditEvent.LEGACY);
        case "authentication.k8s.io/legacy-token-autogenerated-secret",
            "authentication.k8s.io/legacy-token-manual-secret" ->
            text(p, event, AuditEvent.LEGACY_SECRET);
        case "authentication.kubernetes.io/issued-credential-id",
            "authentication.kubernetes.io/credential-id" ->
            text(p, event, AuditEvent.ISSUED_ID);
        default -> p.skipChildren();
      }
    }
  }

  /** Steps into an object and to its first value; null when it has none or is no object. */
  private static String firstKey(JsonParser p) throws IOException {
    if (p.currentToken() != JsonToken.START_OBJECT) {
      p.skipChildren();
      return null;
    }
    return nextKey(p);
  }

  private static String nextKey(JsonParser p) throws IOException {
    if (p.nextToken() != JsonToken.FIELD_NAME) {
      return null;
    }
    String key = p.currentName();
    p.nextToken();
    return key;
  }

  private static void text(JsonParser p, AuditEvent event, int field) throws IOException {
    event.forget(field);
    if (p.currentToken().isScalarValue() && p.currentToken() != JsonToken.VALUE_NULL) {
      event.text(field, p.getText());
    }
    p.skipChildren();
  }

  private static void last(JsonParser p, AuditEvent event, int field) throws IOException {
    event.forget(field);
    if (p.currentToken() != JsonToken.START_ARRAY) {
      text(p, event, field);
      return;
    }
    while (p.nextToken() != JsonToken.END_ARRAY) {
      text(p, event, field);
    }
  }

  private void extent(JsonParser p, AuditEvent event, int field) throws IOException {
    event.forget(field);
    if (p.currentToken() != JsonToken.START_OBJECT && p.currentToken() != JsonToken.START_ARRAY) {
      return;
    }
    JsonLocation start = p.currentTokenLocation();
    p.skipChildren();
    JsonLocation end = p.currentLocation();
    event.slice(field, base + (int) start.getByteOffset(), base + (int) end.getByteOffset());
  }

  private static long stamp(JsonParser p) throws IOException {
    if (p.currentToken() == JsonToken.VALUE_STRING) {
      byte[] text = p.getText().getBytes(StandardCharsets.UTF_8);
      return Stamp.micros(text, 0, text.length);
    }
    p.skipChildren();
    return AuditEvent.NEVER;
  }
}
