package io.tokentrail.ingest.audit;

import java.util.Arrays;

/**
 * A {@code user} object seen before, byte for byte, with what was read from it: most lines repeat
 * one. It belongs to one reader and to the one fold that the reader feeds.
 */
final class UserMemo {

  /** What this object's sender was counted under last, see {@link AuditFold}. */
  int row = -1;

  private byte[] address = new byte[0];
  private byte[] agent = new byte[0];
  private byte[] secret = new byte[0];

  private final byte[] bytes;
  private final long tail;
  private final int[] from;
  private final int[] to;

  private UserMemo(byte[] bytes, int[] from, int[] to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.tail = Hashing.word(bytes, bytes.length - 8);
  }

  /** Remembers the user of an event that stands at an index; null when it is not worth it. */
  static UserMemo of(AuditEvent event, byte[] b, int start, int end) {
    int count = AuditEvent.CREDENTIAL_ID - AuditEvent.USERNAME + 1;
    if (end - start < 16 || end - start > 4096 || !event.plain(AuditEvent.USERNAME, count)) {
      return null;
    }
    int[] from = new int[count];
    int[] to = new int[count];
    for (int i = 0; i < count; i++) {
      boolean has = event.has(AuditEvent.USERNAME + i);
      from[i] = has ? event.from(AuditEvent.USERNAME + i) - start : 0;
      to[i] = has ? event.to(AuditEvent.USERNAME + i) - start : 0;
    }
    return new UserMemo(Arrays.copyOfRange(b, start, end), from, to);
  }

  /** Whether this object stands at an index. */
  boolean at(byte[] b, int start, int limit) {
    int end = start + bytes.length;
    return end <= limit
        && Hashing.word(b, end - 8) == tail
        && Arrays.equals(b, start, end, bytes, 0, bytes.length);
  }

  /** Sets an event's fields as if they had been read again; returns where the object ends. */
  int apply(AuditEvent event, int start) {
    for (int i = 0; i < from.length; i++) {
      if (to[i] > 0) {
        event.slice(AuditEvent.USERNAME + i, start + from[i], start + to[i]);
      }
    }
    event.user = this;
    return start + bytes.length;
  }

  /** Whether {@link #row} is the event's row. */
  boolean counts(AuditEvent event) {
    return row >= 0
        && event.is(AuditEvent.SOURCE_IP, address)
        && event.is(AuditEvent.AGENT, agent)
        && event.is(AuditEvent.LEGACY_SECRET, secret);
  }

  /** Notes under which row the event is counted. */
  void counted(AuditEvent event, int as) {
    row = as;
    address = event.copy(AuditEvent.SOURCE_IP);
    agent = event.copy(AuditEvent.AGENT);
    secret = event.copy(AuditEvent.LEGACY_SECRET);
  }
}
