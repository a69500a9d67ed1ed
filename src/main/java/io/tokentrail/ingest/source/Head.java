package io.tokentrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a file, unpacked: what its kind is told by.
 *
 * @param text at most {@link #LIMIT} bytes of it, without byte order mark and leading NULs
 * @param whole whether that is all of it
 */
record Head(String text, boolean whole) {

  static final int LIMIT = 1 << 16;

  static Head of(InputStream unpacked) throws IOException {
    byte[] bytes = new byte[LIMIT + 1];
    int length = 0;
    IOException broken = null;
    while (length < bytes.length) {
      try {
        int got = unpacked.read(bytes, length, bytes.length - length);
        if (got < 0) {
          break;
        }
        length += got;
      } catch (IOException e) {
        broken = e;
        break;
      }
    }
    if (length == 0 && broken != null) {
      throw broken;
    }
    int kept = Math.min(length, LIMIT);
    return new Head(text(bytes, kept), length <= LIMIT);
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
