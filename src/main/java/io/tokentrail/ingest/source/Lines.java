package io.tokentrail.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a file, numbered from 1. Survives CRLF, a byte order mark, NUL bytes, invalid UTF-8,
 * a missing last newline, and lines of any length: what is longer than the limit is cut.
 */
public final class Lines implements Closeable {

  /** The longest line that is kept whole: 64 MiB. */
  public static final int LONGEST = 64 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long number;
  private boolean cut;

  public Lines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false at the end. A broken stream throws once, after its last line. */
  public boolean next() throws IOException {
    length = 0;
    cut = false;
    boolean any = false;
    while (true) {
      if (from == to && !fill()) {
        break;
      }
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      keep(from, end);
      from = Math.min(end + 1, to);
      if (end < to) {
        return begin();
      }
    }
    return any && !onlyNuls() && begin();
  }

  /** Preallocated space: nothing was written there. */
  private boolean onlyNuls() {
    for (int i = 0; i < length; i++) {
      if (line[i] != 0) {
        return false;
      }
    }
    return length > 0;
  }

  private boolean begin() {
    number++;
    if (number == 1) {
      if (length >= 3
          && line[0] == (byte) 0xef
          && line[1] == (byte) 0xbb
          && line[2] == (byte) 0xbf) {
        drop(3);
      }
    }
    int nuls = 0;
    while (nuls < length && line[nuls] == 0) {
      nuls++;
    }
    drop(nuls);
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return true;
  }

  private void drop(int bytes) {
    System.arraycopy(line, bytes, line, 0, length - bytes);
    length -= bytes;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = 0;
    int got = in.read(buffer);
    to = Math.max(got, 0);
    return got > 0;
  }

  private void keep(int start, int end) {
    int room = Math.min(end - start, LONGEST - length);
    cut |= room < end - start;
    if (length + room > line.length) {
      line = Arrays.copyOf(line, Math.max(length + room, line.length * 2));
    }
    System.arraycopy(buffer, start, line, length, room);
    length += room;
  }

  /** The current line's number. */
  public long number() {
    return number;
  }

  /** Whether the current line was too long to be kept whole. */
  public boolean cut() {
    return cut;
  }

  /** The current line without its end. */
  public String text() {
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  /** The current line's bytes. */
  byte[] bytes() {
    return Arrays.copyOf(line, length);
  }

  public boolean blank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
