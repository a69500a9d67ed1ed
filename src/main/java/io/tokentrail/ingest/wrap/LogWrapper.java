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

  /**
   * Takes apart a record of the usual form whose end is not known yet, in one pass.
   *
   * @param from where its brace stands; a line feed and {@link Unwrapped#PADDING} bytes stand
   *     behind {@code to}
   * @param to where the data end so far
   * @return where the record ends; negative when it is of another form, or not whole: then {@link
   *     #unwrap} gets it
   */
  default int whole(byte[] bytes, int from, int to, Unwrapped event) {
    return -1;
  }

  /** What a log that came this way cannot show, one plain sentence each. */
  List<String> blindSpots();
}
