package io.tokentrail.ingest.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream of bytes into lines without copying each one. */
final class LineSplitter {

  /** Takes lines one after another. */
  interface Sink {
    /** A line without its line feed; the bytes are good until the call returns. */
    void line(byte[] bytes, int from, int to) throws IOException;

    /** A line that is longer than the limit; only its beginning is given. */
    void tooLong(byte[] bytes, int from, int to) throws IOException;
  }

  private static final int CHUNK = 1 << 20;

  private final int limit;
  private byte[] buffer = new byte[CHUNK];
  private int start;
  private int end;
  private boolean ended;

  LineSplitter(int limit) {
    this.limit = limit;
  }

  /**
   * Gives every line that starts in the range to the sink.
   *
   * @param in the file's bytes; opened at {@code from - 1} when the range does not start the file
   * @param from where the range starts
   * @param to where it ends; the last line may end beyond it
   */
  void read(InputStream in, long from, long to, Sink sink) throws IOException {
    start = 0;
    end = 0;
    ended = false;
    long at = from;
    if (from > 0) {
      at = from - 1 + skip(in);
    }
    while (at < to) {
      int newline = find(in);
      if (newline == TOO_LONG) {
        sink.tooLong(buffer, start, end);
        at += skip(in);
      } else if (newline >= 0) {
        sink.line(buffer, start, newline);
        at += newline + 1 - start;
        start = newline + 1;
      } else {
        if (end > start) {
          sink.line(buffer, start, end);
        }
        return;
      }
    }
  }

  private static final int TOO_LONG = -2;

  /** Where the line's feed is; -1 at the end of the stream. */
  private int find(InputStream in) throws IOException {
    int scanned = 0;
    while (true) {
      for (int i = start + scanned; i < end; i++) {
        if (buffer[i] == '\n') {
          return i;
        }
      }
      if (ended) {
        return -1;
      }
      scanned = end - start;
      if (scanned >= limit) {
        return TOO_LONG;
      }
      fill(in);
    }
  }

  /** Drops bytes to the next line; returns how many. */
  private long skip(InputStream in) throws IOException {
    long skipped = 0;
    while (true) {
      for (int i = start; i < end; i++) {
        if (buffer[i] == '\n') {
          skipped += i + 1 - start;
          start = i + 1;
          return skipped;
        }
      }
      skipped += end - start;
      start = end;
      if (ended) {
        return skipped;
      }
      fill(in);
    }
  }

  private void fill(InputStream in) throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(buffer.length * 2L, Integer.MAX_VALUE - 16));
    }
    int n = in.read(buffer, end, buffer.length - end);
    if (n < 0) {
      ended = true;
    } else {
      end += n;
    }
  }
}
