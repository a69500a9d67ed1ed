package io.tokentrail.ingest.log;

import java.util.HashMap;
import java.util.Map;

/**
 * A log message: its text and, where it is structured, its fields.
 *
 * @param text the message without its fields; all of it where it is not structured
 * @param fields as in {@code err="..." pod="ns/name"}, unquoted
 */
record Said(String text, Map<String, String> fields) {

  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Reads {@code "Message" key="value" key=value}; text that does not begin so is all message. */
  static Said of(String message) {
    if (message.isEmpty() || message.charAt(0) != '"') {
      return new Said(message, Map.of());
    }
    int end = closing(message, 0);
    if (end < 0) {
      return new Said(message, Map.of());
    }
    Map<String, String> fields = new HashMap<>();
    int at = end + 1;
    while (at < message.length()) {
      int equals = message.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      String key = message.substring(at, equals).strip();
      int from = equals + 1;
      if (from < message.length() && message.charAt(from) == '"') {
        int close = closing(message, from);
        int to = close < 0 ? message.length() : close;
        fields.putIfAbsent(key, unquoted(message.substring(from + 1, to)));
        at = to + 1;
      } else {
        int space = message.indexOf(' ', from);
        int to = space < 0 ? message.length() : space;
        fields.putIfAbsent(key, message.substring(from, to));
        at = to;
      }
    }
    return new Said(unquoted(message.substring(1, end)), fields);
  }

  private static int closing(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i;
      }
    }
    return -1;
  }

  /** Undoes Go's quoting as far as log texts need it. */
  static String unquoted(String quoted) {
    if (quoted.indexOf('\\') < 0) {
      return quoted;
    }
    StringBuilder plain = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == '\\' && i + 1 < quoted.length()) {
        char next = quoted.charAt(++i);
        plain.append(next == 'n' || next == 't' || next == 'r' ? ' ' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
