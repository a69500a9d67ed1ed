package io.tokentrail.ingest.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream of bytes into lines without copying each one. */
final class LineSplitter {

  /** Takes lines one after another. */
  interface Sink {

    /**
     * Offers a line whose end is not known yet. A line feed and {@link Skimmer#PADDING} more bytes
     * stand behind {@code to}.
     *
     * @param last whether the data end at {@code to}
     * @param offset where in the file the line starts
     * @return the index of the line feed that ends the line, or {@code to} where the data end, when
     *     the line was taken; negative when it was not
     */
    int whole(byte[] bytes, int from, int to, boolean last, long offset);

    /** A line without its line feed that was not taken as offered. */
    void line(byte[] bytes, int from, int to, long offset);

    /** A line that is longer than the limit; only its beginning is given. */
    void tooLong(byte[] bytes, int from, int to, long offset);
  }

  private static final int CHUNK = 1 << 19;

  private final int limit;
  private byte[] buffer = new byte[CHUNK + Skimmer.PADDING];
  private int start;
  private int end;
  private boolean ended;
  private IOException failure;

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
    failure = null;
    long at = from;
    if (from > 0) {
      at = from - 1 + skip(in);
    }
    while (at < to && (start < end || fill(in))) {
      int taken = sink.whole(buffer, start, end, ended, at);
      int newline = taken >= 0 ? taken : Swar.newline(buffer, start, end);
      if (newline == end && taken < 0 && !ended) {
        if (end - start >= limit) {
          sink.tooLong(buffer, start, end, at);
          at += skip(in);
        } else {
          fill(in);
        }
        continue;
      }
      if (taken < 0) {
        sink.line(buffer, start, newline, at);
      }
      at += newline + 1L - start;
      start = Math.min(newline + 1, end);
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Drops bytes to the next line; returns how many. */
  private long skip(InputStream in) {
    long skipped = 0;
    while (true) {
      int newline = Swar.newline(buffer, start, end);
      if (newline < end) {
        skipped += newline + 1L - start;
        start = newline + 1;
        return skipped;
      }
      skipped += (long) end - start;
      start = end;
      if (!fill(in)) {
        return skipped;
      }
    }
  }

  /** A stream that breaks off ends there; what came before is used first. */
  private int read(InputStream in, int length) {
    try {
      return in.read(buffer, end, length);
    } catch (IOException e) {
      failure = e;
      return -1;
    } catch (RuntimeException e) {
      // what unpackers throw at damaged data
      failure = new IOException(e);
      return -1;
    }
  }

  /** Moves what is left to the front and reads on; false when there is no more. */
  private boolean fill(InputStream in) {
    if (ended) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end + Skimmer.PADDING == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * end, limit) + Skimmer.PADDING + 1);
    }
    int room = buffer.length - Skimmer.PADDING;
    int before = end;
    while (end < room && !ended) {
      int n = read(in, room - end);
      ended = n < 0;
      end += Math.max(n, 0);
    }
    buffer[end] = '\n';
    return end > before;
  }
}
