package io.tokentrail.ingest.wrap;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Loki: answers of {@code query_range} ({@code streams} with {@code values} of a time and a line),
 * what is pushed to it, and what {@code logcli} prints, as JSON lines or behind a time and the
 * stream's labels.
 */
final class Loki implements LogWrapper {

  private static final byte[] LINE = Members.key("line");

  private static final Pattern PRINTED =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*(?:Z|[-+]\\d\\d:?\\d\\d) +"
              + "\\{(?:[\\w]+=\"[^\"]*\"(?:, ?)?)*\\} +\\S.*",
          Pattern.DOTALL);

  @Override
  public String name() {
    return "loki";
  }

  @Override
  public boolean claims(Outline outline) {
    if (!outline.holdsEvents()) {
      return false;
    }
    String text = outline.text();
    int end = text.indexOf('\n');
    return outline.at("data.resultType").equals("streams")
        || (outline.has("streams[].stream") && outline.has("streams[].values"))
        || outline.has("[].stream")
        || (outline.has("labels") && outline.has("line") && outline.has("timestamp"))
        || PRINTED.matcher(end < 0 ? text : text.substring(0, end)).matches();
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    int at = Members.space(bytes, from, to);
    if (at < to && bytes[at] == '[') {
      value(bytes, second(bytes, at, to), to, event);
    } else if (at < to && bytes[at] == '{') {
      value(bytes, Members.value(bytes, at, to, LINE), to, event);
    } else {
      printed(bytes, from, to, event);
    }
  }

  private static void value(byte[] b, int value, int to, Unwrapped event) {
    if (value < 0 || value >= to) {
      event.leftOut();
    } else {
      Payload.value(b, value, to, event);
    }
  }

  /** Where the line begins in {@code ["nanoseconds","line"]}; negative when there is none. */
  private static int second(byte[] b, int array, int to) {
    int first = Members.space(b, array + 1, to);
    int end = first < to ? Members.end(b, first, to) : -1;
    int comma = end < 0 ? to : Members.space(b, end, to);
    return comma < to && b[comma] == ',' ? Members.space(b, comma + 1, to) : -1;
  }

  private static void printed(byte[] b, int from, int to, Unwrapped event) {
    int labels = from;
    while (labels < to && b[labels] != '{') {
      labels++;
    }
    int end = labels < to ? Members.end(b, labels, to) : -1;
    if (end < 0) {
      event.broken("no line of logcli: " + "labels without an end", b, from, to);
      return;
    }
    int at = Members.space(b, end, to);
    if (at < to && b[at] == '{') {
      Payload.object(b, at, to, event);
    } else {
      event.leftOut();
    }
  }

  @Override
  public List<String> blindSpots() {
    return List.of(
        "Loki answers with a limited number of lines (100 unless asked): a query may be cut short.",
        "Loki refuses or cuts lines above 256 KB: events with large bodies may be missing.");
  }
}
