package io.tokentrail.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stops an unpacked stream that grows out of all proportion to the packed bytes that went into it:
 * a bomb is an error with a reason, not a full disk or a run without end.
 */
final class Bounded extends FilterInputStream {

  /** Counts the packed bytes. */
  static final class Stored extends FilterInputStream {

    private long read;

    Stored(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      read += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int got = super.read(buffer, from, length);
      read += Math.max(0, got);
      return got;
    }

    @Override
    public long skip(long n) throws IOException {
      long skipped = super.skip(n);
      read += skipped;
      return skipped;
    }
  }

  private final Stored stored;
  private final Bounds bounds;
  private long read;

  Bounded(InputStream unpacked, Stored stored, Bounds bounds) {
    super(unpacked);
    this.stored = stored;
    this.bounds = bounds;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      count(1);
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int got = super.read(buffer, from, length);
    if (got > 0) {
      count(got);
    }
    return got;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  /** A mark would let bytes be counted twice. */
  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long more) throws IOException {
    read += more;
    if (read > bounds.free() && read / bounds.expansion() > stored.read) {
      throw new IOException(
          "unpacks to more than "
              + bounds.expansion()
              + " times its size, like a bomb (--max-expansion)");
    }
  }
}
