package io.tokentrail.ingest.audit;

/**
 * Reads times one after another. Neighbours mostly lie in the same minute, whose sixteen characters
 * are then only compared.
 */
final class Stamps {

  private static final int MICRO = "2026-05-04T09:12:33.120345Z".length();

  private long first;
  private long second;
  private long minute;

  /** As {@link Stamp#micros}. */
  long micros(byte[] b, int from, int to) {
    if (to - from != MICRO) {
      return Stamp.micros(b, from, to);
    }
    long a = Hashing.word(b, from);
    long c = Hashing.word(b, from + 8);
    if (a == first && c == second) {
      int fraction = fraction(b, from + 16);
      if (fraction >= 0) {
        return minute + fraction;
      }
    }
    long micros = Stamp.micros(b, from, to);
    if (micros != AuditEvent.NEVER && b[to - 1] == 'Z' && fraction(b, from + 16) >= 0) {
      first = a;
      second = c;
      minute = Math.floorDiv(micros, 60_000_000L) * 60_000_000L;
    }
    return micros;
  }

  /** Microseconds of {@code :33.120345Z}; negative when it is something else. */
  private static int fraction(byte[] b, int at) {
    if (b[at] != ':' || b[at + 3] != '.' || b[at + 10] != 'Z' || b[at + 1] > '5') {
      return -1;
    }
    int value = 0;
    int bad = 0;
    for (int i = at + 1; i < at + 10; i++) {
      if (i != at + 3) {
        int digit = b[i] - '0';
        bad |= digit | (9 - digit);
        value = value * 10 + digit;
      }
    }
    return bad < 0 ? -1 : value;
  }
}
