package io.tokentrail.ingest.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Reads another stream in a thread of its own, a few blocks ahead. */
final class AheadInputStream extends InputStream {

  private static final int BLOCK = 1 << 18;
  private static final int AHEAD = 4;

  /** A piece of the stream; one that is not full is the last one. */
  private static final class Block {
    private final byte[] bytes;
    private final int length;
    private final IOException failure;

    Block(byte[] bytes, int length, IOException failure) {
      this.bytes = bytes;
      this.length = length;
      this.failure = failure;
    }
  }

  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(AHEAD);
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(AHEAD + 2);
  private final Thread reader;
  private final InputStream in;
  private Block block = new Block(new byte[0], 0, null);
  private int at;
  private boolean ended;

  AheadInputStream(InputStream in) {
    this.in = in;
    for (int i = 0; i < AHEAD + 2; i++) {
      empty.add(new byte[BLOCK]);
    }
    reader = new Thread(this::fill, "unpacking");
    reader.setDaemon(true);
    reader.start();
  }

  private void fill() {
    try {
      boolean more = true;
      while (more) {
        byte[] bytes = empty.take();
        Block next = next(bytes);
        more = next.length == BLOCK;
        full.put(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Block next(byte[] bytes) {
    int length = 0;
    try {
      while (length < BLOCK) {
        int n = in.read(bytes, length, BLOCK - length);
        if (n < 0) {
          return new Block(bytes, length, null);
        }
        length += n;
      }
      return new Block(bytes, length, null);
    } catch (IOException | RuntimeException e) {
      IOException failure = e instanceof IOException io ? io : new IOException(e);
      return new Block(bytes, length, failure);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    while (at == block.length) {
      if (block.failure != null) {
        throw block.failure;
      }
      if (ended) {
        return -1;
      }
      try {
        if (block.bytes.length == BLOCK) {
          empty.put(block.bytes);
        }
        block = full.take();
        at = 0;
        ended = block.length < BLOCK;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    int n = Math.min(length, block.length - at);
    System.arraycopy(block.bytes, at, bytes, from, n);
    at += n;
    return n;
  }

  @Override
  public void close() throws IOException {
    reader.interrupt();
    in.close();
  }
}
