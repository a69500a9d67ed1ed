package io.tokentrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** UTF-16 as UTF-8: Windows shells redirect so. The byte order mark tells which of the two. */
final class Narrowed extends Converted {

  private final Reader reader;
  private final char[] chars = new char[1 << 14];
  private int held;

  Narrowed(InputStream utf16) {
    super(utf16);
    reader = new InputStreamReader(utf16, StandardCharsets.UTF_16);
  }

  /** Whether a file that begins so is written in UTF-16. */
  static boolean fits(byte[] start) {
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
