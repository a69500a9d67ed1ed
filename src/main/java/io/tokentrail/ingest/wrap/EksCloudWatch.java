package io.tokentrail.ingest.wrap;

import java.util.List;

/**
 * CloudWatch Logs, where EKS puts the audit log: {@code filter-log-events} and {@code
 * get-log-events} answers, subscriptions by Firehose, and Logs Insights results as JSON or CSV.
 */
final class EksCloudWatch implements LogWrapper {

  private static final Envelope ENVELOPE = new Envelope("", "message", "@message");

  private static final byte[] MESSAGE = Members.key("message");
  private static final byte[] AT_MESSAGE = Members.key("@message");
  private static final byte[] FIELD = Members.key("field");
  private static final byte[] VALUE = Members.key("value");

  @Override
  public String name() {
    return "eks";
  }

  @Override
  public boolean claims(Outline outline) {
    if (!outline.holdsEvents()) {
      return Csv.hasColumn(outline.text(), "@message")
          && outline.text().contains("\"\"auditID\"\"");
    }
    if (outline.has("events[].message")
        || outline.has("logEvents")
        || outline.has("[].logEvents")
        || outline.at("results[][].field").startsWith("@")
        || outline.at("[][].field").startsWith("@")) {
      return true;
    }
    for (String in : new String[] {"", "[].", "results[]."}) {
      boolean message = outline.has(in + "message") || outline.has(in + "@message");
      if (message
          && (outline.has(in + "logStreamName")
              || outline.has(in + "@logStream")
              || outline.has(in + "@ptr")
              || (outline.has(in + "ingestionTime") && outline.has(in + "timestamp")))) {
        return true;
      }
    }
    return Csv.hasColumn(outline.text(), "@message");
  }

  @Override
  public int whole(byte[] bytes, int from, int to, Unwrapped event) {
    return ENVELOPE.whole(bytes, from, to, event);
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    int at = Members.space(bytes, from, to);
    if (at < to && bytes[at] == '{') {
      message(bytes, at, to, event);
    } else if (at < to && bytes[at] == '[') {
      row(bytes, at, to, event);
    } else {
      Csv.event(bytes, from, to, event);
    }
  }

  private static void message(byte[] b, int object, int to, Unwrapped event) {
    Members members = new Members(b, object, to);
    while (members.next()) {
      if (members.is(MESSAGE) || members.is(AT_MESSAGE)) {
        Payload.value(b, members.value(), to, event);
        return;
      }
    }
    event.slice(b, object, to);
  }

  /** {@code [{"field":"@timestamp","value":"..."},{"field":"@message","value":"..."}]}. */
  private static void row(byte[] b, int array, int to, Unwrapped event) {
    int at = Members.space(b, array + 1, to);
    while (at < to && b[at] == '{') {
      if (Members.is(b, Members.value(b, at, to, FIELD), to, AT_MESSAGE)) {
        int value = Members.value(b, at, to, VALUE);
        if (value >= 0) {
          Payload.value(b, value, to, event);
          return;
        }
      }
      int end = Members.end(b, at, to);
      at = end < 0 ? to : Members.space(b, end, to);
      at = at < to && b[at] == ',' ? Members.space(b, at + 1, to) : at;
    }
    event.slice(b, array, to);
  }

  @Override
  public List<String> blindSpots() {
    return List.of(
        "CloudWatch cuts messages at 256 KB: such events are rejected, marked [Truncated...].",
        "EKS keeps no kubelet logs: what a node did about its tokens is not in this log.");
  }
}
