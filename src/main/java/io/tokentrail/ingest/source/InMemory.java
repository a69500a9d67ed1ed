package io.tokentrail.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** One file's bytes, whatever location is asked for: a bundle's member while it passes. */
public final class InMemory implements FileAccess {

  private static final long serialVersionUID = 1;

  private final byte[] bytes;
  private final Bounds bounds;

  public InMemory(byte[] bytes) {
    this(bytes, Bounds.DEFAULT);
  }

  public InMemory(byte[] bytes, Bounds bounds) {
    this.bytes = bytes.clone();
    this.bounds = bounds;
  }

  @Override
  public Bounds bounds() {
    return bounds;
  }

  @Override
  public List<Found> list(String path) {
    return List.of(new Found(path, path, bytes.length, ""));
  }

  @Override
  public InputStream open(String location, long from) throws IOException {
    InputStream in = new ByteArrayInputStream(bytes);
    in.skipNBytes(from);
    return in;
  }
}
