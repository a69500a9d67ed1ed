package io.tokentrail.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Another file system's files, and the members of the bundles among them. A member is found by
 * going through its bundle from the start; who needs many of them goes through it once.
 */
public final class BundleFiles implements FileAccess {

  private static final long serialVersionUID = 1;

  private final FileAccess files;
  private final Bounds bounds;

  public BundleFiles(FileAccess files) {
    this(files, files.bounds());
  }

  public BundleFiles(FileAccess files, Bounds bounds) {
    this.files = files;
    this.bounds = bounds;
  }

  @Override
  public Bounds bounds() {
    return bounds;
  }

  /** Bundles are listed as files; {@link Offering} looks into them. */
  @Override
  public List<Found> list(String path) {
    return files.list(path);
  }

  @Override
  public InputStream open(String location, long from) throws IOException {
    String outer = Bundle.holding(location);
    if (outer.isEmpty()) {
      return files.open(location, from);
    }
    Bundle bundle = Bundle.open(outer, files, bounds);
    try {
      while (bundle.next()) {
        if (bundle.location(outer).equals(location)) {
          bundle.in().skipNBytes(from);
          return new Member(bundle);
        }
      }
      throw new IOException("no such member");
    } catch (IOException | RuntimeException e) {
      bundle.close();
      throw e;
    }
  }

  /** One member's bytes; closing it closes the bundle. */
  private static final class Member extends FilterInputStream {

    private final Bundle bundle;

    Member(Bundle bundle) {
      super(bundle.in());
      this.bundle = bundle;
    }

    @Override
    public void close() throws IOException {
      bundle.close();
    }
  }
}
