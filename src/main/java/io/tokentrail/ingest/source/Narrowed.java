package io.tokentrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * UTF-16 as UTF-8: Windows shells redirect so. The byte order mark tells which of the two; without
 * one, where the zeros of the first letters are.
 */
final class Narrowed extends Converted {

  /** Bytes at the beginning that tell. */
  private static final int LOOKED_AT = 32;

  private final Reader reader;
  private final char[] chars = new char[1 << 14];
  private int held;

  private Narrowed(InputStream utf16, Charset charset) {
    super(utf16);
    reader = new InputStreamReader(utf16, charset);
  }

  static Narrowed of(InputStream utf16) throws IOException {
    PushbackInputStream in = new PushbackInputStream(utf16, LOOKED_AT);
    byte[] start = in.readNBytes(LOOKED_AT);
    in.unread(start);
    return new Narrowed(in, charset(start));
  }

  static Charset charset(byte[] start) {
    if (marked(start)) {
      return StandardCharsets.UTF_16;
    }
    return start.length > 0 && start[0] == 0
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_16LE;
  }

  /** Whether a file that begins so is written in UTF-16. */
  static boolean fits(byte[] start) {
    return marked(start) || zeros(start, 0) || zeros(start, 1);
  }

  /** Whether every other byte is zero and no other one is: ASCII letters of two bytes each. */
  private static boolean zeros(byte[] start, int first) {
    int length = Math.min(start.length, LOOKED_AT) & -2;
    for (int i = 0; i < length; i++) {
      if ((start[i] == 0) != ((i & 1) == first)) {
        return false;
      }
    }
    return length >= 8;
  }

  private static boolean marked(byte[] start) {
    return start.length >= 2
        && ((start[0] == (byte) 0xff && start[1] == (byte) 0xfe)
            || (start[0] == (byte) 0xfe && start[1] == (byte) 0xff));
  }

  @Override
  boolean more() throws IOException {
    int got = reader.read(chars, held, chars.length - held);
    int all = held + Math.max(got, 0);
    // half of a pair waits for the other one
    held = got > 0 && Character.isHighSurrogate(chars[all - 1]) ? 1 : 0;
    piece.write(new String(chars, 0, all - held).getBytes(StandardCharsets.UTF_8));
    if (held > 0) {
      chars[0] = chars[all - 1];
    }
    return got > 0;
  }
}
