package io.tokentrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The beginning of a file, unpacked: what its kind is told by.
 *
 * @param text at most {@link #LIMIT} bytes of it, without byte order mark and leading NULs
 * @param whole whether that is all of it
 */
record Head(String text, boolean whole) {

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

  static Head of(byte[] start) {
    return new Head(text(start, Math.min(start.length, LIMIT)), start.length <= LIMIT);
  }

  static String text(byte[] bytes, int length) {
    int from = 0;
    Charset charset = StandardCharsets.UTF_8;
    if (length >= 3
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf) {
      from = 3;
    } else if (length >= 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
      from = 2;
      charset = StandardCharsets.UTF_16LE;
    }
    while (from < length && bytes[from] == 0) {
      from++;
    }
    return new String(bytes, from, length - from, charset);
  }
}
