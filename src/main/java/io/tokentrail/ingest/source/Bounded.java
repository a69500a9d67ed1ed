package io.tokentrail.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops an unpacked stream that never ends: a bomb is an error with a reason, not a full run. */
final class Bounded extends FilterInputStream {

  /** No log file that a person would hand over unpacks to more than a tebibyte. */
  static final long LIMIT = 1L << 40;

  private final long limit;
  private long read;

  Bounded(InputStream in) {
    this(in, LIMIT);
  }

  Bounded(InputStream in, long limit) {
    super(in);
    this.limit = limit;
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

  private void count(int more) throws IOException {
    read += more;
    if (read > limit) {
      throw new IOException("unpacks to more than " + limit + " bytes");
    }
  }
}
