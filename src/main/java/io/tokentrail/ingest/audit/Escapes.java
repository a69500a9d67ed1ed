package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Undoes JSON's escapes. They are routine: Go escapes the ampersands of every request URI. */
final class Escapes {

  private static final byte[] DIGITS = new byte[128];

  static {
    for (int c = 0; c < DIGITS.length; c++) {
      DIGITS[c] = (byte) Character.digit(c, 16);
    }
  }

  private Escapes() {}

  /**
   * Puts an escaped text into a field.
   *
   * @param first where its first escape or byte beyond ASCII is
   * @return whether its escapes are JSON's
   */
  static boolean text(AuditEvent event, int field, byte[] b, int from, int first, int to) {
    int start = event.reserve(to - from);
    byte[] out = event.scratch();
    System.arraycopy(b, from, out, start, first - from);
    int o = start + first - from;
    int at = first;
    while (at < to) {
      byte c = b[at++];
      if (c != '\\') {
        out[o++] = c;
        continue;
      }
      if (at >= to) {
        return false;
      }
      c = b[at++];
      if (c == 'u') {
        int unit = at + 4 <= to ? unit(b, at) : -1;
        if (unit < 0) {
          return false;
        }
        at += 4;
        int point = unit;
        if (Character.isHighSurrogate((char) unit)
            && at + 6 <= to
            && b[at] == '\\'
            && b[at + 1] == 'u') {
          int low = unit(b, at + 2);
          if (low >= 0 && Character.isLowSurrogate((char) low)) {
            point = Character.toCodePoint((char) unit, (char) low);
            at += 6;
          }
        }
        o = write(out, o, point);
      } else {
        int plain = plain(c);
        if (plain < 0) {
          return false;
        }
        out[o++] = (byte) plain;
      }
    }
    if (Swar.ascii(out, start, o)) {
      event.unescaped(field, start, o);
    } else {
      event.text(field, new String(out, start, o - start, UTF_8));
    }
    return true;
  }

  private static int plain(byte escape) {
    return switch (escape) {
      case '"', '\\', '/' -> escape;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> -1;
    };
  }

  /** Whether four hexadecimal digits stand there. */
  static boolean isUnit(byte[] b, int at) {
    return unit(b, at) >= 0;
  }

  private static int unit(byte[] b, int at) {
    int unit = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = b[i] < 0 ? -1 : DIGITS[b[i]];
      if (digit < 0) {
        return -1;
      }
      unit = (unit << 4) | digit;
    }
    return unit;
  }

  /** One code point as UTF-8; half of a surrogate pair becomes a question mark, as in Java. */
  private static int write(byte[] out, int at, int point) {
    int o = at;
    if (point < 0x80) {
      out[o++] = (byte) point;
    } else if (point < 0x800) {
      out[o++] = (byte) (0xc0 | (point >> 6));
      out[o++] = (byte) (0x80 | (point & 0x3f));
    } else if (point >= 0xd800 && point <= 0xdfff) {
      out[o++] = '?';
    } else if (point < 0x10000) {
      out[o++] = (byte) (0xe0 | (point >> 12));
      out[o++] = (byte) (0x80 | ((point >> 6) & 0x3f));
      out[o++] = (byte) (0x80 | (point & 0x3f));
    } else {
      out[o++] = (byte) (0xf0 | (point >> 18));
      out[o++] = (byte) (0x80 | ((point >> 12) & 0x3f));
      out[o++] = (byte) (0x80 | ((point >> 6) & 0x3f));
      out[o++] = (byte) (0x80 | (point & 0x3f));
    }
    return o;
  }
}
