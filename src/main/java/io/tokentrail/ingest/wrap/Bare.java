package io.tokentrail.ingest.wrap;

import java.util.List;

/**
 * No envelope. Among bare events single records may come in one, where exports were put together.
 */
final class Bare implements LogWrapper {

  private static final byte[] AUDIT_ID = Members.key("auditID");
  private static final byte[] PROTO_PAYLOAD = Members.key("protoPayload");
  private static final byte[] PROPERTIES = Members.key("properties");

  @Override
  public String name() {
    return "";
  }

  @Override
  public boolean claims(Outline outline) {
    return false;
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    int brace = NodeLogs.brace(bytes, from, to);
    if (brace > from && isPrefix(bytes, from, brace)) {
      Payload.object(bytes, brace, to, event);
      return;
    }
    Members members = new Members(bytes, from, to);
    while (members.next()) {
      if (members.is(AUDIT_ID)) {
        event.slice(bytes, from, to);
        return;
      }
      if (members.is(PROTO_PAYLOAD)) {
        LogWrappers.named("gke").unwrap(bytes, from, to, event);
        return;
      }
      if (members.is(PROPERTIES)) {
        AksDiagnostic.LINES.unwrap(bytes, from, to, event);
        return;
      }
    }
    Payload.object(bytes, from, to, event);
    if (event.outcome() == Unwrapped.Outcome.LEFT_OUT
        && !PrefixedLines.isOfOtherLog(event.buffer(), 0, event.length())) {
      // no shipper is known here: a member called "message" makes nothing another log's record
      event.slice(bytes, from, to);
    }
  }

  /** A node's name or a time, not what is left of another line. */
  private static boolean isPrefix(byte[] b, int from, int brace) {
    for (int at = from; at < brace; at++) {
      char c = (char) (b[at] & 0xff);
      if (c > '~' || !(Character.isLetterOrDigit(c) || " .:+-_".indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<String> blindSpots() {
    return List.of();
  }
}
