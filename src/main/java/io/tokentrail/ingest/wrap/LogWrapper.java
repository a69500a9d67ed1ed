package io.tokentrail.ingest.wrap;

import java.util.List;

/**
 * One shipper's envelope. Without a state: one instance serves all threads.
 *
 * <p>A record is a line, or an element of a JSON document that {@link DocumentSplitter} cut.
 */
public interface LogWrapper {

  /** As inputs.csv lists it. */
  String name();

  /**
   * Whether this shipper wrote it. Another wrapper's claim on the same outline is a mistake, which
   * a test finds.
   */
  boolean claims(Outline outline);

  /**
   * Takes one record apart.
   *
   * @param bytes holds the record; it may be looked at up to eight bytes behind its end
   * @param to where the record ends
   * @param event takes the bare event, or why there is none
   */
  void unwrap(byte[] bytes, int from, int to, Unwrapped event);

  /** What a log that came this way cannot show, one plain sentence each. */
  List<String> blindSpots();
}
