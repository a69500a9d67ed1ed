package io.tokentrail.ingest.wrap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A time before every line: CloudWatch's export to S3, {@code kubectl logs --timestamps}, and the
 * container runtime's own files ({@code TIME stdout F LINE}).
 */
final class TimestampedLines implements LogWrapper {

  private static final Pattern LINE =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*(?:Z|[-+]\\d\\d:?\\d\\d)"
              + "(?: std(?:out|err) [FP])? +\\{\\s*\".*");

  private static final Pattern OTHER =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(?:Z|[-+]\\d\\d:?\\d\\d)(?: std(?:out|err) [FP])? +"
              + "(?:[IWEF]\\d{4} \\d\\d:\\d\\d|time=\"|Trace\\[)");

  @Override
  public String name() {
    return "timestamped";
  }

  @Override
  public boolean claims(Outline outline) {
    String text = outline.text();
    int end = text.indexOf('\n');
    return outline.holdsEvents() && LINE.matcher(end < 0 ? text : text.substring(0, end)).matches();
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    int at = NodeLogs.brace(bytes, from, to);
    if (at < 0 && isOfOtherLog(bytes, from, to)) {
      event.leftOut();
    } else if (at < 0) {
      event.slice(bytes, from, to);
    } else {
      Payload.object(bytes, at, to, event);
    }
  }

  /** A line of klog, or of a program that writes {@code time="..." level=...}, behind the time. */
  private static boolean isOfOtherLog(byte[] b, int from, int to) {
    String text = new String(b, from, Math.min(to - from, 120), StandardCharsets.UTF_8);
    return OTHER.matcher(text).lookingAt();
  }

  @Override
  public List<String> blindSpots() {
    return List.of(
        "CloudWatch and container runtimes cut long lines: events with large bodies may be missing.");
  }
}
