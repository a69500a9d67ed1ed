package io.tokentrail.ingest.wrap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for what ends or escapes a JSON text, eight bytes at once. */
final class Scan {

  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private Scan() {}

  /** Bits at bytes that are a quote or a backslash; the lowest one is right. */
  static long marks(long word) {
    long quotes = word ^ 0x2222222222222222L;
    long slashes = word ^ 0x5c5c5c5c5c5c5c5cL;
    return (((quotes - ONES) & ~quotes) | ((slashes - ONES) & ~slashes)) & HIGHS;
  }

  /** The number of the lowest byte whose high bit is set, by counting the bytes up to it. */
  static int first(long found) {
    return (int) ((((found - 1) & ~found & ONES) * ONES) >>> 56) - 1;
  }

  /** The index of the next quote or backslash; {@code to} when there is none. */
  static int mark(byte[] b, int from, int to) {
    int at = from;
    while (at + 8 <= to) {
      long found = marks((long) LONGS.get(b, at));
      if (found != 0) {
        return at + first(found);
      }
      at += 8;
    }
    while (at < to && b[at] != '"' && b[at] != '\\') {
      at++;
    }
    return at;
  }

  /** As {@link #mark}, but a line feed ends it too. */
  static int markOrLine(byte[] b, int from, int to) {
    int at = from;
    while (at + 8 <= to) {
      long word = (long) LONGS.get(b, at);
      long lines = word ^ 0x0a0a0a0a0a0a0a0aL;
      long found = marks(word) | ((lines - ONES) & ~lines & HIGHS);
      if (found != 0) {
        return at + first(found);
      }
      at += 8;
    }
    while (at < to && b[at] != '"' && b[at] != '\\' && b[at] != '\n') {
      at++;
    }
    return at;
  }
}
