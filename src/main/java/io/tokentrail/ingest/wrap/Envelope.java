package io.tokentrail.ingest.wrap;

import java.nio.charset.StandardCharsets;

/**
 * A shipper's envelope of the usual form, read in one pass: an object with the event as a text
 * under a known name, perhaps within one object. Its end is found on the way, so that a stream of
 * such records needs no other look at them. On anything else it gives up.
 */
final class Envelope {

  private static final byte[] CATEGORY = key("category");
  private static final byte[] TABLE_CATEGORY = key("Category");
  private static final byte[] KUBE_AUDIT = "kube-audit".getBytes(StandardCharsets.UTF_8);

  private final byte[][] texts;
  private final byte[] around;

  /**
   * The form of a shipper's records.
   *
   * @param around the object that holds the text; empty without
   * @param texts names of the text
   */
  Envelope(String around, String... texts) {
    this.around = key(around);
    this.texts = new byte[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      this.texts[i] = key(texts[i]);
    }
  }

  private static byte[] key(String name) {
    return (name + "\"").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Takes a record apart.
   *
   * @param from where its brace stands
   * @param to where the data end; the record may end before
   * @return where the record ends; negative when it is not of this form, or not whole
   */
  int whole(byte[] b, int from, int to, Unwrapped event) {
    int end = object(b, from, to, event, true);
    return end < 0 || event.outcome() == Unwrapped.Outcome.BROKEN ? -1 : end;
  }

  private int object(byte[] b, int from, int to, Unwrapped event, boolean outer) {
    boolean found = false;
    boolean other = false;
    int at = from + 1;
    while (true) {
      at = Members.space(b, at, to);
      if (at >= to || b[at] != '"') {
        return -1;
      }
      int key = at + 1;
      int keyEnd = Scan.mark(b, key, to) + 1;
      if (keyEnd >= to || b[keyEnd - 1] != '"') {
        return -1;
      }
      int colon = keyEnd;
      colon = Members.space(b, colon, to);
      int value = Members.space(b, colon + 1, to);
      if (value >= to || b[colon] != ':') {
        return -1;
      }
      if (b[value] == '"') {
        if (!found && isText(b, key, keyEnd)) {
          found = true;
          event.begin(0);
          at = event.unescape(b, value + 1, to);
          if (at < 0) {
            return -1;
          }
          Payload.written(event);
        } else {
          other |= outer && isOther(b, key, keyEnd, value, to);
          at = Members.text(b, value + 1, to);
        }
      } else if (b[value] == '{') {
        boolean holds = outer && !found && same(b, key, keyEnd, around);
        at = holds ? object(b, value, to, event, false) : Members.end(b, value, to);
        found |= holds;
        if (at < 0) {
          return -1;
        }
      } else if (b[value] == '[') {
        return -1;
      } else {
        at = Members.end(b, value, to);
      }
      at = at < 0 ? to : Members.space(b, at, to);
      if (at >= to) {
        return -1;
      }
      if (b[at] == '}') {
        if (other) {
          event.leftOut();
        }
        return found ? at + 1 : -1;
      }
      if (b[at] != ',') {
        return -1;
      }
      at++;
    }
  }

  private boolean isText(byte[] b, int key, int end) {
    for (byte[] text : texts) {
      if (same(b, key, end, text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it says that the record is of another log. */
  private static boolean isOther(byte[] b, int key, int end, int value, int to) {
    return (same(b, key, end, CATEGORY) || same(b, key, end, TABLE_CATEGORY))
        && !Members.begins(b, value, to, KUBE_AUDIT);
  }

  private static boolean same(byte[] b, int from, int end, byte[] name) {
    if (end - from != name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (b[from + i] != name[i]) {
        return false;
      }
    }
    return true;
  }
}
