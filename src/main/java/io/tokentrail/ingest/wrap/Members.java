package io.tokentrail.ingest.wrap;

import java.nio.charset.StandardCharsets;

/**
 * The members of a JSON object in bytes, one after another, without building anything. White space
 * is allowed everywhere; a key that is written with escapes is another key. Where the bytes are no
 * JSON or end early, there are no more members.
 */
public final class Members {

  private final byte[] b;
  private final int to;
  private int at;
  private int key;
  private int keyEnd;
  private int value = -1;
  private int end = -1;
  private int closed = -1;

  /**
   * Before the first member.
   *
   * @param object where the object's brace stands; anything else has no members
   * @param to where the bytes end
   */
  Members(byte[] b, int object, int to) {
    this.b = b;
    this.to = to;
    this.at = object >= 0 && object < to && b[object] == '{' ? space(b, object + 1, to) : to;
  }

  /** Goes to the next member; its value need not be whole. */
  boolean next() {
    if (value >= 0) {
      int behind = end >= 0 ? end : end(b, value, to);
      end = -1;
      at = behind < 0 ? to : space(b, behind, to);
      closed = at < to && b[at] == '}' ? at + 1 : -1;
      at = at < to && b[at] == ',' ? space(b, at + 1, to) : to;
    }
    if (at >= to || b[at] != '"') {
      return false;
    }
    key = at + 1;
    int behind = text(b, key, to);
    int colon = behind < 0 ? to : space(b, behind, to);
    if (colon >= to || b[colon] != ':') {
      return false;
    }
    keyEnd = behind - 1;
    value = space(b, colon + 1, to);
    return value < to;
  }

  boolean is(byte[] name) {
    return keyEnd - key == name.length && same(b, key, name);
  }

  boolean is(String ascii) {
    if (keyEnd - key != ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (b[key + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where the value ends, when somebody has found out; the next member is sought from there. */
  void ends(int behind) {
    end = behind;
  }

  /** Behind the object, once there are no more members; negative when it does not end well. */
  int closed() {
    return closed;
  }

  String name() {
    return new String(b, key, keyEnd - key, StandardCharsets.UTF_8);
  }

  /** Where the value begins. */
  int value() {
    return value;
  }

  /** A key or text to compare with. */
  static byte[] key(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  /** Where the value of a key begins; negative when there is none. */
  static int value(byte[] b, int object, int to, byte[] key) {
    Members members = new Members(b, object, to);
    while (members.next()) {
      if (members.is(key)) {
        return members.value();
      }
    }
    return -1;
  }

  static int space(byte[] b, int from, int to) {
    int at = from;
    while (at < to && b[at] >= 0 && b[at] <= ' ') {
      at++;
    }
    return at;
  }

  private static boolean same(byte[] b, int at, byte[] key) {
    int last = key.length - 1;
    if (last >= 0 && b[at + last] != key[last]) {
      return false;
    }
    for (int i = 0; i < last; i++) {
      if (b[at + i] != key[i]) {
        return false;
      }
    }
    return true;
  }

  /** Behind a text, negative when it does not end; {@code from} is behind its opening quote. */
  static int text(byte[] b, int from, int to) {
    int at = Scan.mark(b, from, to);
    while (at < to && b[at] != '"') {
      at = Scan.mark(b, at + 2, to);
    }
    return at < to ? at + 1 : -1;
  }

  /** Behind a value; negative when it does not end. */
  public static int end(byte[] b, int from, int to) {
    byte first = b[from];
    if (first == '"') {
      return text(b, from + 1, to);
    }
    if (first == '{' || first == '[') {
      return nested(b, from, to);
    }
    int at = from;
    while (at < to && b[at] != ',' && b[at] != '}' && b[at] != ']' && b[at] > ' ') {
      at++;
    }
    return at == from ? -1 : at;
  }

  private static int nested(byte[] b, int from, int to) {
    int depth = 0;
    int at = from;
    while (at < to) {
      byte c = b[at++];
      if (c == '"') {
        at = text(b, at, to);
        if (at < 0) {
          return -1;
        }
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /** Whether a text stands at the value that begins so. */
  static boolean begins(byte[] b, int value, int to, byte[] text) {
    return value >= 0
        && b[value] == '"'
        && value + 1 + text.length < to
        && same(b, value + 1, text);
  }

  /** Whether just this text stands at the value. */
  static boolean is(byte[] b, int value, int to, byte[] text) {
    return begins(b, value, to, text) && b[value + 1 + text.length] == '"';
  }

  /** The number at a value, also one written as text; 0 when there is none. */
  static int number(byte[] b, int value, int to) {
    int number = 0;
    int at = value < 0 ? to : value;
    if (at < to && b[at] == '"') {
      at++;
    }
    while (at < to && b[at] >= '0' && b[at] <= '9' && number < 100_000) {
      number = 10 * number + b[at++] - '0';
    }
    return number;
  }
}
