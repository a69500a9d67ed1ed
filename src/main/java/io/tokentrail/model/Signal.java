package io.tokentrail.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * A metric export or log-derived rate against its own baseline: a row of signals.csv.
 *
 * @param name the signal
 * @param labels its labels as {@code k=v;k=v}, sorted
 * @param firstSeen first sample
 * @param lastSeen last sample
 * @param baseline its usual value
 * @param peak its largest value
 * @param peakAt when
 * @param ratio peak over baseline; empty when the baseline is 0
 * @param warning what is notable about it, empty when nothing is
 * @param findingId the finding that it belongs to, empty without
 */
public record Signal(
    String name,
    String labels,
    Instant firstSeen,
    Instant lastSeen,
    double baseline,
    double peak,
    Instant peakAt,
    OptionalDouble ratio,
    String warning,
    String findingId)
    implements Comparable<Signal> {

  private static final Comparator<Signal> ORDER =
      Comparator.comparing(Signal::name).thenComparing(Signal::labels);

  /** The same, as a number of a finding. */
  public Signal of(String finding) {
    return new Signal(
        name, labels, firstSeen, lastSeen, baseline, peak, peakAt, ratio, warning, finding);
  }

  @Override
  public int compareTo(Signal other) {
    return ORDER.compare(this, other);
  }
}
