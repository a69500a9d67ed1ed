package io.tokentrail.ingest.audit;

import java.io.Serializable;

/**
 * What bounds a reading.
 *
 * @param rejects how many rejected records are listed; all are counted
 * @param rangeBytes how many bytes of a plain file one step reads; the result does not depend on it
 * @param lineBytes the longest line that is taken for an event
 * @param remembered how many plain lines are remembered to find repetitions, at 28 bytes each; of
 *     more lines a sample is
 */
public record ReadLimits(int rejects, long rangeBytes, int lineBytes, int remembered)
    implements Serializable {

  /** 10000 rejects, ranges of 32 MiB, lines of 256 MiB, a million lines remembered. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(10_000, 32L << 20, 256 << 20, Sightings.LIMIT);

  /** As many lines remembered as by default. */
  public ReadLimits(int rejects, long rangeBytes, int lineBytes) {
    this(rejects, rangeBytes, lineBytes, Sightings.LIMIT);
  }

  public ReadLimits {
    if (rejects < 0 || rangeBytes < 1 || lineBytes < 1 || remembered < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
