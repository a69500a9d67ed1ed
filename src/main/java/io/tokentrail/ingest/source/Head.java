package io.tokentrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The beginning of a file, unpacked: what its kind is told by.
 *
 * @param text at most {@link #LIMIT} bytes of it, without byte order mark and leading NULs
 * @param whole whether that is all of it
 * @param utf16 whether it is written in UTF-16
 */
record Head(String text, boolean whole, boolean utf16) {

  static final int LIMIT = 1 << 16;

  /** The first bytes of a stream; what came before it broke counts too. */
  static byte[] bytes(InputStream unpacked) throws IOException {
    byte[] bytes = new byte[LIMIT + 1];
    int length = 0;
    IOException broken = null;
    while (length < bytes.length && broken == null) {
      try {
        int got = unpacked.read(bytes, length, bytes.length - length);
        if (got < 0) {
          break;
        }
        length += got;
      } catch (IOException e) {
        broken = e;
      }
    }
    if (length == 0 && broken != null) {
      throw broken;
    }
    return Arrays.copyOf(bytes, length);
  }

  /** Whole lines further on in a stream whose beginning was read. */
  static Head later(InputStream unpacked) throws IOException {
    unpacked.skip(2L * LIMIT);
    Head later = of(bytes(unpacked));
    int line = later.text.indexOf('\n');
    return new Head(later.text.substring(line + 1), later.whole, false);
  }

  static Head of(byte[] start) {
    int length = Math.min(start.length, LIMIT);
    boolean utf16 = Narrowed.fits(start);
    return new Head(text(start, length, utf16), start.length <= LIMIT, utf16);
  }

  private static String text(byte[] bytes, int length, boolean utf16) {
    if (utf16) {
      return new String(bytes, 0, length, Narrowed.charset(bytes));
    }
    int from = 0;
    if (length >= 3
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf) {
      from = 3;
    }
    while (from < length && bytes[from] == 0) {
      from++;
    }
    return new String(bytes, from, length - from, StandardCharsets.UTF_8);
  }
}
