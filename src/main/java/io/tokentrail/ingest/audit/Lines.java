package io.tokentrail.ingest.audit;

/**
 * A line's place before its number is known: the number of the byte range that it starts in, and
 * its number there from 1, in one {@code long} that sorts like the file.
 */
final class Lines {

  private static final int LINE_BITS = 40;

  private Lines() {}

  static long pack(int range, long line) {
    return ((long) range << LINE_BITS) | line;
  }

  static int range(long packed) {
    return (int) (packed >>> LINE_BITS);
  }

  static long line(long packed) {
    return packed & ((1L << LINE_BITS) - 1);
  }
}
