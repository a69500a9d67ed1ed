package io.tokentrail.ingest.wrap;

/** Finds the event below the names that shippers put it under: an object, or a text of JSON. */
final class Payload {

  /** Envelopes within envelopes: a collector's, in a shipper's, in a store's. */
  private static final int DEEPEST = 5;

  private static final byte[] EVENT = Members.key("{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s");
  private static final byte[] AUDIT_ID = Members.key("auditID");
  private static final byte[] AUDIT = Members.key("audit");
  private static final byte[] KUBERNETES = Members.key("kubernetes");
  private static final byte[] INDEX = Members.key("index");
  private static final byte[] CREATE = Members.key("create");
  private static final byte[] CUT_OFF = Members.key("[Truncated...]");

  /** Fluent Bit and docker, Logstash and CloudWatch, Vector, Splunk, Elasticsearch, Logging. */
  private static final byte[][] NAMES = {
    Members.key("log"),
    Members.key("message"),
    Members.key("@message"),
    Members.key("msg"),
    Members.key("event"),
    Members.key("_raw"),
    Members.key("_source"),
    Members.key("fields"),
    Members.key("body"),
    Members.key("structured"),
    Members.key("result"),
    Members.key("jsonPayload"),
    Members.key("MESSAGE")
  };

  private Payload() {}

  /** Takes the event out of an object that is it or holds it. */
  static void object(byte[] b, int from, int to, Unwrapped event) {
    int at = Members.space(b, from, to);
    if (at < to && b[at] == '{') {
      if (within(b, at, to, event)) {
        return;
      }
      if (isInstruction(b, at, to)) {
        event.nothing();
        return;
      }
    }
    event.slice(b, from, to);
  }

  /** Takes the event out of an object, if there is one; under a name that nobody knows, too. */
  static boolean within(byte[] b, int object, int to, Unwrapped event) {
    boolean known = search(b, object, to, event, 0);
    if (known && event.outcome() != Unwrapped.Outcome.LEFT_OUT) {
      return true;
    }
    boolean found = anywhere(b, object, to, event);
    if (known && !found) {
      event.leftOut();
    }
    return known || found;
  }

  /** {@code {"index":{...}}}, as bulk files of Elasticsearch have it before each document. */
  private static boolean isInstruction(byte[] b, int object, int to) {
    Members members = new Members(b, object, to);
    return members.next()
        && (members.is(INDEX) || members.is(CREATE))
        && b[members.value()] == '{'
        && !members.next();
  }

  private static boolean anywhere(byte[] b, int object, int to, Unwrapped event) {
    Members members = new Members(b, object, to);
    while (members.next()) {
      int value = members.value();
      boolean text = b[value] == '"' && value + 1 < to && b[value + 1] == '{';
      boolean other = named(members) || members.is(KUBERNETES);
      if (!other && (text || b[value] == '{') && holds(b, value, to, text, event)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(byte[] b, int value, int to, boolean text, Unwrapped event) {
    byte[] in = b;
    int from = value;
    int end = Members.end(b, value, to);
    if (text && end > 0) {
      event.begin(end - value);
      end = event.unescape(b, value + 1, to) < 0 ? -1 : event.length();
      in = event.buffer();
      from = 0;
    }
    return end > 0 && Members.value(in, from, end, AUDIT_ID) >= 0 && found(in, from, end, event);
  }

  private static boolean found(byte[] b, int from, int to, Unwrapped event) {
    event.slice(b, from, to);
    return true;
  }

  /** Takes the event out of the value of a member. */
  static void value(byte[] b, int value, int to, Unwrapped event) {
    if (value(b, value, to, event, 0)) {
      return;
    }
    if (b[value] == '{') {
      event.slice(b, value, Members.end(b, value, to));
    } else {
      event.leftOut();
    }
  }

  /** Whether something was found, be it that the record is to be left out. */
  private static boolean search(byte[] b, int object, int to, Unwrapped event, int depth) {
    if (starts(b, object, to, EVENT)) {
      event.slice(b, object, to);
      return true;
    }
    boolean other = false;
    Members members = new Members(b, object, to);
    while (members.next()) {
      if (members.is(AUDIT_ID)) {
        event.slice(b, object, to);
        return true;
      }
      int value = members.value();
      if (members.is(KUBERNETES)) {
        value = Members.value(b, value, to, AUDIT);
      } else if (!named(members)) {
        value = -1;
      }
      if (value >= 0 && depth < DEEPEST && value(b, value, to, event, depth + 1)) {
        if (event.outcome() != Unwrapped.Outcome.LEFT_OUT) {
          return true;
        }
        other = true;
      }
    }
    if (other) {
      event.leftOut();
    }
    return other;
  }

  private static boolean named(Members members) {
    for (byte[] name : NAMES) {
      if (members.is(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean value(byte[] b, int value, int to, Unwrapped event, int depth) {
    if (b[value] == '{') {
      int end = Members.end(b, value, to);
      boolean found = search(b, value, end < 0 ? to : end, event, depth);
      if (!found && end < 0) {
        event.broken("cut off in the middle", b, value, to);
      }
      return found || end < 0;
    }
    if (b[value] != '"') {
      return false;
    }
    event.begin(to - value);
    if (event.unescape(b, value + 1, to) < 0) {
      event.broken("cut off in the middle", b, value + 1, to);
    } else {
      written(event, depth);
    }
    return true;
  }

  /** What was written is an event, holds one, or is another text. */
  static void written(Unwrapped event) {
    written(event, 0);
  }

  private static void written(Unwrapped event, int depth) {
    byte[] b = event.buffer();
    int to = event.length();
    while (to > 0 && b[to - 1] <= ' ' && b[to - 1] >= 0) {
      to--;
    }
    int at = NodeLogs.brace(b, Members.space(b, 0, to), to);
    if (at < 0) {
      event.leftOut();
    } else if (starts(b, to - CUT_OFF.length, to, CUT_OFF)) {
      event.broken("cut off by the shipper, as its [Truncated...] says", b, at, to);
    } else if (!search(b, at, to, event, depth)) {
      event.slice(b, at, to);
    }
  }

  private static boolean starts(byte[] b, int at, int to, byte[] text) {
    if (at < 0 || at + text.length > to) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (b[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }
}
