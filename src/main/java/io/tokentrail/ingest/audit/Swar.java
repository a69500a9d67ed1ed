package io.tokentrail.ingest.audit;

/** Looks at eight bytes of JSON at once. */
final class Swar {

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private Swar() {}

  /**
   * The index of the first quote, backslash or control byte from an index on. There must be one,
   * with eight bytes behind it.
   */
  static int special(byte[] b, int from) {
    int at = from;
    while (true) {
      long word = Hashing.word(b, at);
      long quotes = word ^ 0x2222222222222222L;
      long slashes = word ^ 0x5c5c5c5c5c5c5c5cL;
      long found =
          (((quotes - ONES) & ~quotes)
                  | ((slashes - ONES) & ~slashes)
                  | ((word - 0x2020202020202020L) & ~word))
              & HIGHS;
      if (found != 0) {
        return at + first(found);
      }
      at += 8;
    }
  }

  /** As {@link #special}, but a byte beyond ASCII counts, too. */
  static int unusual(byte[] b, int from) {
    int at = from;
    while (true) {
      long word = Hashing.word(b, at);
      long quotes = word ^ 0x2222222222222222L;
      long slashes = word ^ 0x5c5c5c5c5c5c5c5cL;
      long found =
          (((quotes - ONES) & ~quotes)
                  | ((slashes - ONES) & ~slashes)
                  | (word - 0x2020202020202020L)
                  | word)
              & HIGHS;
      if (found != 0) {
        return at + first(found);
      }
      at += 8;
    }
  }

  /**
   * Whether a JWT may stand there, or one in base64: {@code eyJ} or {@code ZXlK}. Eight bytes at a
   * time it is asked for their second letters, which texts have seldom.
   */
  static boolean token(byte[] b, int from, int to) {
    for (int at = from; at < to; at += 8) {
      long word = Hashing.word(b, at);
      long ys = word ^ 0x7979797979797979L;
      long xs = word ^ 0x5858585858585858L;
      if (((((ys - ONES) & ~ys) | ((xs - ONES) & ~xs)) & HIGHS) != 0 && token(b, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean token(byte[] b, int at) {
    for (int i = Math.max(1, at); i < at + 8; i++) {
      if ((b[i] == 'y' && b[i - 1] == 'e' && b[i + 1] == 'J')
          || (b[i] == 'X' && b[i - 1] == 'Z' && b[i + 1] == 'l' && b[i + 2] == 'K')) {
        return true;
      }
    }
    return false;
  }

  /** The number of the lowest byte whose high bit is set, by counting the bytes up to it. */
  private static int first(long found) {
    return (int) ((((found - 1) & ~found & ONES) * ONES) >>> 56) - 1;
  }

  /** Whether all bytes are ASCII. */
  static boolean ascii(byte[] b, int from, int to) {
    int at = from;
    long bits = 0;
    for (; at + 8 <= to; at += 8) {
      bits |= Hashing.word(b, at);
    }
    for (; at < to; at++) {
      bits |= b[at];
    }
    return (bits & HIGHS) == 0;
  }

  /** The index of the next line feed; {@code to} when there is none. */
  static int newline(byte[] b, int from, int to) {
    return index(b, from, to, '\n', 0x0a0a0a0a0a0a0a0aL);
  }

  /** The index of the next opening brace; {@code to} when there is none. */
  static int brace(byte[] b, int from, int to) {
    return index(b, from, to, '{', 0x7b7b7b7b7b7b7b7bL);
  }

  private static int index(byte[] b, int from, int to, char c, long eight) {
    int at = from;
    for (; at + 8 <= to; at += 8) {
      long word = Hashing.word(b, at) ^ eight;
      long found = (word - ONES) & ~word & HIGHS;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && b[at] != c) {
      at++;
    }
    return at;
  }
}
