package io.tokentrail.ingest.wrap;

import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code oc adm node-logs}: the node's name and a space before every line, unless a single node was
 * asked by name.
 */
final class NodeLogs implements LogWrapper {

  /** A name of 253 characters, or a time, a stream and a tag. */
  private static final int LONGEST = 300;

  private static final Pattern LINE =
      Pattern.compile("[a-z0-9][a-z0-9.-]{0,252} +\\{\"(?:kind|level|auditID|apiVersion)\".*");

  @Override
  public String name() {
    return "openshift";
  }

  @Override
  public boolean claims(Outline outline) {
    return outline.holdsEvents() && LINE.matcher(firstLine(outline.text())).matches();
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    int at = brace(bytes, from, to);
    event.slice(bytes, at < 0 ? from : at, to);
  }

  /** Where the JSON begins behind a short prefix that ends in a space; negative without one. */
  static int brace(byte[] b, int from, int to) {
    int last = Math.min(to, from + LONGEST);
    for (int at = from; at < last; at++) {
      if (b[at] == '{') {
        return at == from || b[at - 1] == ' ' || b[at - 1] == '\t' ? at : -1;
      }
      if (b[at] == '"') {
        return -1;
      }
    }
    return -1;
  }

  @Override
  public List<String> blindSpots() {
    return List.of();
  }
}
