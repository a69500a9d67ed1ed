package io.tokentrail.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that is written piece by piece out of another one while it is read. */
abstract class Converted extends InputStream {

  /** The piece that is being written. */
  final ByteArrayOutputStream piece = new ByteArrayOutputStream(1 << 14);

  private final InputStream from;
  private byte[] bytes = new byte[0];
  private int at;
  private boolean ended;

  Converted(InputStream from) {
    this.from = from;
  }

  /** Writes at least a byte into the piece, unless this is the end: then false. */
  abstract boolean more() throws IOException;

  private boolean fill() throws IOException {
    while (at == bytes.length && !ended) {
      piece.reset();
      ended = !more();
      bytes = piece.toByteArray();
      at = 0;
    }
    return at < bytes.length;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, buffer, start, n);
    at += n;
    return n;
  }

  @Override
  public void close() throws IOException {
    from.close();
  }
}
