package io.tokentrail.ingest.wrap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What came out of an envelope: the bytes of a bare event, or why there is none. Used again for the
 * next record, one for each thread.
 *
 * <p>Of the envelope only so much is looked at as finding the event takes: damage elsewhere in it
 * goes unnoticed, damage in the event does not.
 */
public final class Unwrapped {

  /** What a record turned out to be. */
  public enum Outcome {
    /** The bytes are an event, as far as the envelope tells. */
    EVENT,
    /** Another kind of record, which the same shipper carries in the same file. */
    LEFT_OUT,
    /** No record at all: a table's header, an instruction to a store. */
    NOTHING,
    /** An event that cannot be used. */
    BROKEN
  }

  /** Bytes that may be looked at behind the event. */
  public static final int PADDING = 80;

  private Outcome outcome = Outcome.LEFT_OUT;
  private String why = "";
  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private byte[] buffer = new byte[1 << 14];
  private byte[] spare = new byte[1 << 14];
  private int length;

  public Outcome outcome() {
    return outcome;
  }

  /** Why the record is broken. */
  public String why() {
    return why;
  }

  /** Holds the event; good until the next record. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public byte[] bytes() {
    return bytes;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  /** The event stands in the record as it is. */
  void slice(byte[] record, int start, int end) {
    outcome = Outcome.EVENT;
    bytes = record;
    from = start;
    to = end;
  }

  /** What was written is the event. */
  void written() {
    slice(buffer, 0, length);
  }

  /** The record is none of the audit log's. */
  void leftOut() {
    outcome = Outcome.LEFT_OUT;
  }

  /** There is no record. */
  void nothing() {
    outcome = Outcome.NOTHING;
  }

  /** The record cannot be used; its bytes stay for a sample. */
  void broken(String reason, byte[] record, int start, int end) {
    slice(record, start, end);
    outcome = Outcome.BROKEN;
    why = reason;
  }

  /**
   * Begins to write. What was written before stays readable until the beginning after this one, so
   * that an envelope within an envelope can be undone.
   */
  void begin(int size) {
    byte[] before = buffer;
    buffer = spare;
    spare = before;
    length = 0;
    room(size);
  }

  private void room(int size) {
    if (buffer.length < length + size + PADDING) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + size + 2 * PADDING));
    }
  }

  /** What is being written. */
  byte[] buffer() {
    return buffer;
  }

  int length() {
    return length;
  }

  void write(String ascii) {
    room(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      buffer[length++] = (byte) ascii.charAt(i);
    }
  }

  void write(byte[] all) {
    write(all, 0, all.length);
  }

  void write(byte[] b, int start, int end) {
    room(end - start);
    System.arraycopy(b, start, buffer, length, end - start);
    length += end - start;
  }

  /**
   * Writes a JSON value as it stands, but for white space between texts, which the fast readers
   * have none of; false, and null instead, where it does not end.
   */
  boolean copy(byte[] b, int value, int end) {
    int before = length;
    boolean nested = b[value] == '{' || b[value] == '[';
    boolean copied = nested ? nested(b, value, end) : plain(b, value, end);
    if (!copied) {
      length = before;
      write("null");
    }
    return copied;
  }

  private boolean plain(byte[] b, int value, int end) {
    int behind = Members.end(b, value, end);
    if (behind > 0) {
      write(b, value, behind);
    }
    return behind > 0;
  }

  private boolean nested(byte[] b, int value, int end) {
    int depth = 0;
    int start = value;
    int at = value;
    while (at < end) {
      byte c = b[at++];
      if (c == '"') {
        at = Members.text(b, at, end);
        if (at < 0) {
          return false;
        }
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        if (--depth == 0) {
          write(b, start, at);
          return true;
        }
      } else if (c >= 0 && c <= ' ') {
        int last = at - 1;
        at = Members.space(b, at, end);
        if (isMark(b[last - 1]) || (at < end && isMark(b[at]))) {
          write(b, start, last);
          start = at;
        }
      }
    }
    return false;
  }

  /** Whether white space beside it means nothing. */
  private static boolean isMark(byte c) {
    return c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':' || c == '"';
  }

  /** Takes back what was written last. */
  void trim(int bytes) {
    length -= bytes;
  }

  /**
   * Writes a JSON text without its escapes. Eight bytes are copied at a time.
   *
   * @param at behind the opening quote
   * @param end where the record ends
   * @return behind the closing quote; negative when there is none or an escape is not JSON's
   */
  int unescape(byte[] b, int at, int end) {
    room(end - at);
    byte[] out = buffer;
    int o = length;
    int i = at;
    while (i < end) {
      if (i + 8 <= b.length) {
        long word = (long) Scan.LONGS.get(b, i);
        Scan.LONGS.set(out, o, word);
        long found = Scan.marks(word);
        if (found == 0) {
          i += 8;
          o += 8;
          continue;
        }
        int plain = Scan.first(found);
        i += plain;
        o += plain;
      } else if (b[i] != '"' && b[i] != '\\') {
        out[o++] = b[i++];
        continue;
      }
      if (i >= end) {
        return -1;
      }
      if (b[i] == '"') {
        length = o;
        return i + 1;
      }
      if (i + 1 >= end) {
        return -1;
      }
      byte escape = b[i + 1];
      if (escape == '"' || escape == '\\') {
        out[o++] = escape;
        i += 2;
        continue;
      }
      if (escape == 'u') {
        length = o;
        i = unicode(b, i, end);
        o = length;
        if (i < 0) {
          return -1;
        }
        continue;
      }
      int plain = plain(escape);
      if (plain < 0) {
        return -1;
      }
      out[o++] = (byte) plain;
      i += 2;
    }
    return -1;
  }

  private int unicode(byte[] b, int at, int end) {
    int unit = unit(b, at + 2, end);
    int next = at + 6;
    int point = unit;
    if (unit >= 0
        && Character.isHighSurrogate((char) unit)
        && next + 1 < end
        && b[next] == '\\'
        && b[next + 1] == 'u') {
      int low = unit(b, next + 2, end);
      if (low >= 0 && Character.isLowSurrogate((char) low)) {
        point = Character.toCodePoint((char) unit, (char) low);
        next += 6;
      }
    }
    if (point < 0) {
      return -1;
    }
    if (point < 0x80) {
      buffer[length++] = (byte) point;
    } else {
      byte[] utf8 = new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(utf8, 0, buffer, length, utf8.length);
      length += utf8.length;
    }
    return next;
  }

  private static int unit(byte[] b, int at, int end) {
    if (at + 4 > end) {
      return -1;
    }
    int unit = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = Character.digit(b[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = (unit << 4) | digit;
    }
    return unit;
  }

  private static int plain(byte escape) {
    return switch (escape) {
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> -1;
    };
  }
}
