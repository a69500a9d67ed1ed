package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.Compression;
import io.tokentrail.ingest.source.Offered;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of an audit file that is read in one go: a byte range of a plain file, or a packed file.
 *
 * @param file its number, in the order of paths
 * @param offered the file
 * @param scope within what its audit ids are its own, see {@link Streams#scope}
 * @param range number of the range in the file
 * @param from where it starts
 * @param to where it ends; {@link Long#MAX_VALUE} for the last one
 * @param ahead whether unpacking has a thread of its own
 */
public record Part(
    int file, Offered offered, String scope, int range, long from, long to, boolean ahead)
    implements Serializable {

  /** Whether the file ends with it. */
  boolean last() {
    return to == Long.MAX_VALUE;
  }

  /** Bytes to be read, for sharing the work evenly. */
  public long weight() {
    if (offered.compression() != Compression.NONE) {
      return offered.unpackedBytes();
    }
    return Math.min(to, offered.bytes()) - from;
  }

  /**
   * Cuts files into parts.
   *
   * @param files sorted
   * @param limits how long a range is
   * @param threads how many parts are read at the same time
   */
  static List<Part> of(List<Offered> files, ReadLimits limits, int threads) {
    List<Part> parts = new ArrayList<>();
    long packed = files.stream().filter(f -> f.compression() != Compression.NONE).count();
    for (int i = 0; i < files.size(); i++) {
      Offered file = files.get(i);
      if (!file.problem().isEmpty()) {
        continue;
      }
      String scope = Streams.scope(Streams.source(file.path()));
      long count =
          file.splits()
              ? Math.max(1, (file.bytes() + limits.rangeBytes() - 1) / limits.rangeBytes())
              : 1;
      for (int range = 0; range < count; range++) {
        long from = range * limits.rangeBytes();
        long to = range == count - 1 ? Long.MAX_VALUE : from + limits.rangeBytes();
        parts.add(new Part(i, file, scope, range, from, to, packed < threads));
      }
    }
    return parts;
  }
}
