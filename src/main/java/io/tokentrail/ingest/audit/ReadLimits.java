package io.tokentrail.ingest.audit;

import java.io.Serializable;

/**
 * What bounds a reading.
 *
 * @param rejects how many rejected records are listed; all are counted
 * @param rangeBytes how many bytes of a plain file one step reads; the result does not depend on it
 * @param lineBytes the longest line that is taken for an event
 */
public record ReadLimits(int rejects, long rangeBytes, int lineBytes) implements Serializable {

  /** 10000 rejects, ranges of 32 MiB, lines of 256 MiB. */
  public static final ReadLimits DEFAULT = new ReadLimits(10_000, 32L << 20, 256 << 20);

  public ReadLimits {
    if (rejects < 0 || rangeBytes < 1 || lineBytes < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
