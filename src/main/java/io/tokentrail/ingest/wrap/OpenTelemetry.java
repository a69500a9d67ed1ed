package io.tokentrail.ingest.wrap;

import java.util.List;

/**
 * OTLP in JSON, as OpenShift's log forwarder and collectors write it: the event as the body, as
 * text or taken apart into keys and values.
 */
final class OpenTelemetry implements LogWrapper {

  private static final byte[] BODY = Members.key("body");
  private static final byte[] OBJECT = Members.key("kvlistValue");
  private static final byte[] ARRAY = Members.key("arrayValue");
  private static final byte[] NUMBER = Members.key("intValue");
  private static final byte[] VALUES = Members.key("values");
  private static final byte[] KEY = Members.key("key");
  private static final byte[] VALUE = Members.key("value");

  /** Two values for each level of an event's bodies. */
  private static final int DEEPEST = 200;

  private static final byte[] TEXT = Members.key("stringValue");

  @Override
  public String name() {
    return "otlp";
  }

  @Override
  public boolean claims(Outline outline) {
    return outline.holdsEvents() && outline.has("resourceLogs");
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    int at = Members.space(bytes, from, to);
    int body = Members.value(bytes, at, to, BODY);
    int text = Members.value(bytes, body, to, TEXT);
    if (text >= 0) {
      Payload.value(bytes, text, to, event);
    } else if (Members.value(bytes, body, to, OBJECT) >= 0) {
      event.begin(to - body);
      if (!written(bytes, body, to, event, 0)) {
        event.broken("broken JSON", bytes, at, to);
      } else {
        Payload.written(event);
      }
    } else {
      event.leftOut();
    }
  }

  /** Writes an {@code AnyValue} as plain JSON; false where it is none. */
  private static boolean written(byte[] b, int any, int to, Unwrapped out, int depth) {
    Members kind = new Members(b, any, to);
    if (depth > DEEPEST || !kind.next()) {
      return false;
    }
    int value = kind.value();
    if (kind.is(OBJECT) || kind.is(ARRAY)) {
      return list(b, Members.value(b, value, to, VALUES), to, out, kind.is(OBJECT), depth);
    }
    if (kind.is(NUMBER) && b[value] == '"') {
      return out.unescape(b, value + 1, to) > 0;
    }
    return out.copy(b, value, to);
  }

  private static boolean list(
      byte[] b, int array, int to, Unwrapped out, boolean object, int depth) {
    out.write(object ? "{" : "[");
    int at = array < 0 || b[array] != '[' ? to : Members.space(b, array + 1, to);
    while (at < to && b[at] != ']') {
      int value = at;
      if (object) {
        int key = Members.value(b, at, to, KEY);
        value = Members.value(b, at, to, VALUE);
        if (key < 0 || b[key] != '"' || value < 0 || !out.copy(b, key, to)) {
          return false;
        }
        out.write(":");
      }
      if (!written(b, value, to, out, depth + 1)) {
        return false;
      }
      int end = Members.end(b, at, to);
      at = end < 0 ? to : Members.space(b, end, to);
      if (at < to && b[at] == ',') {
        out.write(",");
        at = Members.space(b, at + 1, to);
      }
    }
    out.write(object ? "}" : "]");
    return array < 0 || at < to;
  }

  @Override
  public List<String> blindSpots() {
    return List.of("Collectors drop lines under load and cut long ones, without a trace here.");
  }
}
