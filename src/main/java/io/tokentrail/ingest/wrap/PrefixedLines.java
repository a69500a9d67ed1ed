package io.tokentrail.ingest.wrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something before every event, and perhaps something behind it: syslog and the journal, {@code
 * kubectl logs --prefix}, {@code stern}, {@code docker compose}, Fluentd's and Fluent Bit's own
 * files, Kafka's console, {@code aws logs tail} and {@code --output text}.
 */
public final class PrefixedLines implements LogWrapper {

  /** A time, a host, a program, a tag with its labels. */
  private static final int LONGEST = 400;

  /** Lines that other wrappers or readers know by their beginnings. */
  private static final Pattern OTHER =
      Pattern.compile(
          "[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+ |[\"'{}\\]#-]|\\[\\s*[\\[{\"]|[\\w.@/-]+:(?: |$)");

  private static final Pattern OTHER_LOG =
      Pattern.compile(
          "(?:^|[ \\]|>\\t])(?:[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+ |time=\"|Trace\\[)");

  private static final String PREFIX_ENDS = ">|:";

  @Override
  public String name() {
    return "prefixed";
  }

  @Override
  public boolean claims(Outline outline) {
    String text = outline.text();
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    if (!line.contains("auditID") || OTHER.matcher(line).lookingAt()) {
      return false;
    }
    Outline plain = new Line(line);
    if (new NodeLogs().claims(plain)
        || new TimestampedLines().claims(plain)
        || new Loki().claims(plain)) {
      return false;
    }
    byte[] bytes = line.getBytes(UTF_8);
    int at = next(bytes, 0, 0, bytes.length);
    while (at >= 0 && Members.end(bytes, at, bytes.length) > 0) {
      if (new String(bytes, at, bytes.length - at, UTF_8).indexOf("auditID") > 0
          && at + 2 < bytes.length
          && bytes[at + 1] == '"') {
        return true;
      }
      at = next(bytes, 0, at + 1, bytes.length);
    }
    return at >= 0;
  }

  /** A line on its own. */
  private record Line(String text) implements Outline {

    @Override
    public boolean has(String path) {
      return false;
    }

    @Override
    public String at(String path) {
      return "";
    }
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    for (int at = next(bytes, from, from, to); at >= 0; at = next(bytes, from, at + 1, to)) {
      int end = Members.end(bytes, at, to);
      if (end < 0) {
        event.broken("cut off in the middle", bytes, at, to);
        return;
      }
      if (Payload.within(bytes, at, end, event)) {
        return;
      }
    }
    if (isOfOtherLog(bytes, from, to)) {
      event.leftOut();
    } else {
      event.slice(bytes, from, to);
    }
  }

  /** Where the next object may begin in the first bytes of a line; negative without one. */
  private static int next(byte[] b, int line, int from, int to) {
    int last = Math.min(to - 1, line + LONGEST);
    for (int at = from; at < last; at++) {
      if (b[at] == '{'
          && b[at + 1] == '"'
          && (at == line || b[at - 1] <= ' ' || PREFIX_ENDS.indexOf(b[at - 1]) >= 0)) {
        return at;
      }
    }
    return -1;
  }

  /** A line of klog, or of a program that writes {@code time="..." level=...}, behind a prefix. */
  public static boolean isOfOtherLog(byte[] b, int from, int to) {
    return OTHER_LOG.matcher(new String(b, from, Math.min(to - from, 200), UTF_8)).find();
  }

  @Override
  public List<String> blindSpots() {
    return List.of("Syslog, journals and collectors cut long lines: such events are rejected.");
  }
}
