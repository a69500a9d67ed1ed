package io.tokentrail.ingest.source;

import io.tokentrail.model.InputFile;
import java.io.Serializable;
import java.util.Comparator;

/**
 * A file that was offered, recognised by content.
 *
 * @param path as inputs.csv lists it: as given, with {@code /} and the path below it for a folder
 * @param location where {@link FileAccess} finds it
 * @param bytes size as stored
 * @param compression how it is packed
 * @param kind what it is
 * @param wrapper the shipper whose envelope holds the records; empty when bare
 * @param layout how its records are laid out
 * @param withOtherLogs whether lines of component logs stand among its audit events
 * @param utf16 whether it is written in UTF-16, as Windows shells do
 * @param problem why it cannot be read; empty when it can
 */
public record Offered(
    String path,
    String location,
    long bytes,
    Compression compression,
    InputFile.Kind kind,
    String wrapper,
    Layout layout,
    boolean withOtherLogs,
    boolean utf16,
    String problem)
    implements Comparable<Offered>, Serializable {

  /** A file whose records are lines, or that is read as a whole. */
  public Offered(
      String path,
      String location,
      long bytes,
      Compression compression,
      InputFile.Kind kind,
      String wrapper,
      String problem) {
    this(path, location, bytes, compression, kind, wrapper, Layout.LINES, false, false, problem);
  }

  /** An audit log's unpacked bytes are about this many times the packed ones, at the least. */
  private static final int RATIO = 10;

  /** About how many bytes there are to be read. */
  public long unpackedBytes() {
    return compression == Compression.NONE ? bytes : RATIO * bytes;
  }

  /** Whether byte ranges of it can be read on their own. */
  public boolean splits() {
    return compression == Compression.NONE && !layout.whole() && !utf16;
  }

  private static final Comparator<Offered> ORDER =
      Comparator.comparing(Offered::path).thenComparing(Offered::location);

  @Override
  public int compareTo(Offered other) {
    return ORDER.compare(this, other);
  }
}
