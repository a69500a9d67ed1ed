package io.tokentrail.ingest.wrap;

/** Events in a column of a table: one line a row, quotes doubled. */
final class Csv {

  private Csv() {}

  /** Whether the first line is a header with this column. */
  static boolean hasColumn(String text, String column) {
    int end = text.indexOf('\n');
    String header = (end < 0 ? text : text.substring(0, end)).strip().replace("\"", "");
    return header.indexOf('{') < 0 && ("," + header + ",").contains("," + column + ",");
  }

  /** Takes the event out of the field that begins with a brace; a row without one is no event. */
  static void event(byte[] b, int from, int to, Unwrapped event) {
    int at = from;
    while (at < to && b[at] != '{') {
      at++;
    }
    boolean quoted = at > from && b[at - 1] == '"';
    if (at == to) {
      event.leftOut();
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
