package io.tokentrail.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a document that is too long to be held: an error with a reason. */
final class Capped extends FilterInputStream {

  private final long limit;
  private long read;

  Capped(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  /** Begins to count anew, with the next document. */
  void again() {
    read = 0;
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
      throw new IOException("a document of more than " + limit + " bytes");
    }
  }
}
