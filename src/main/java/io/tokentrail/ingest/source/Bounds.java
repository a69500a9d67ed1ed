package io.tokentrail.ingest.source;

import java.io.Serializable;

/**
 * What bounds a single file, so that a bomb is an error with a reason and the run goes on.
 *
 * @param members how many members a bundle may have
 * @param expansion how many times its packed size a file may unpack to
 * @param free unpacked bytes up to which that is not asked
 * @param lineBytes the longest line, or record of a document, that is taken for an audit event
 */
public record Bounds(int members, int expansion, long free, int lineBytes) implements Serializable {

  /**
   * 200 000 members: no support bundle of a cluster has more. 200 times: audit logs pack to a
   * twelfth (gzip -9) or a fortieth (zstd -19). 1 GiB. 256 MiB: etcd's largest objects are a few
   * MB.
   */
  public static final Bounds DEFAULT = new Bounds(200_000, 200, 1L << 30, 256 << 20);

  public Bounds {
    if (members < 1 || expansion < 1 || free < 0 || lineBytes < 1) {
      throw new IllegalArgumentException("bounds are positive");
    }
  }
}
