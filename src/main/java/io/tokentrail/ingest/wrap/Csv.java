package io.tokentrail.ingest.wrap;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Events in a column of a table: one line a row, quotes doubled. */
final class Csv {

  /** Columns that hold events. */
  private static final List<String> COLUMNS = List.of("@message", "log_s");

  private static final int LONGEST_HEADER = 4096;

  private Csv() {}

  /** Whether the first line is a header with this column. */
  static boolean hasColumn(String text, String column) {
    int end = text.indexOf('\n');
    String header = (end < 0 ? text : text.substring(0, end)).strip().replace("\"", "");
    return header.indexOf('{') < 0 && ("," + header + ",").contains("," + column + ",");
  }

  /** A row that holds another log's line; damage is none. */
  private static boolean looksLikeRow(byte[] b, int from, int to) {
    boolean comma = false;
    for (int at = from; at < to; at++) {
      comma |= b[at] == ',';
      if (b[at] == '}' || (b[at] >= 0 && b[at] < ' ' && b[at] != '\t' && b[at] != '\r')) {
        return false;
      }
    }
    return comma && (b[from] == '"' || (b[from] >= '0' && b[from] <= '9'));
  }

  private static boolean isHeader(byte[] b, int from, int to) {
    String text = new String(b, from, Math.min(to - from, LONGEST_HEADER), StandardCharsets.UTF_8);
    return COLUMNS.stream().anyMatch(column -> hasColumn(text, column));
  }

  /** Takes the event out of the field that begins with a brace; a row without one is no event. */
  static void event(byte[] b, int from, int to, Unwrapped event) {
    int at = from;
    while (at < to && b[at] != '{') {
      at++;
    }
    boolean quoted = at > from && b[at - 1] == '"';
    if (at == to) {
      if (isHeader(b, from, to)) {
        event.nothing();
      } else if (looksLikeRow(b, from, to)) {
        event.leftOut();
      } else {
        event.slice(b, from, to);
      }
      return;
    }
    event.begin(to - at);
    int start = at;
    while (at < to && quoted) {
      if (b[at] == '"') {
        event.write(b, start, Math.min(at + 1, to));
        at++;
        start = at + 1;
        if (at >= to || b[at] != '"') {
          event.trim(1);
          Payload.written(event);
          return;
        }
      }
      at++;
    }
    if (quoted) {
      event.broken("cut off in the middle", b, from, to);
    } else {
      event.write(b, start, to);
      Payload.written(event);
    }
  }
}
