package io.tokentrail.detect;

import io.tokentrail.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a counter gained between two samples.
 *
 * @param from the earlier sample's time
 * @param to the later one's
 * @param gain how much; not below 0
 */
record Rise(Instant from, Instant to, double gain) {

  /** Samples closer than this are one scrape seen twice; a rate between them would be noise. */
  private static final Duration CLOSEST = Duration.ofSeconds(1);

  /**
   * The rises of a counter. A value below the one before it means that its process started again
   * and counts from 0 (Prometheus' own rule for {@code rate}).
   */
  static List<Rise> of(List<Series.Point> samples) {
    List<Rise> rises = new ArrayList<>();
    Series.Point before = null;
    for (Series.Point sample : samples) {
      if (!Double.isFinite(sample.value()) || sample.value() < 0) {
        continue;
      }
      if (before != null) {
        if (Duration.between(before.at(), sample.at()).compareTo(CLOSEST) < 0) {
          continue;
        }
        boolean reset = sample.value() < before.value();
        double gain = reset ? sample.value() : sample.value() - before.value();
        rises.add(new Rise(before.at(), sample.at(), gain));
      }
      before = sample;
    }
    return rises;
  }

  double perMinute() {
    return gain * 60_000 / Duration.between(from, to).toMillis();
  }

  /**
   * Whether it is more than chance makes of this rate: counts of independent events vary by their
   * root, so a single refusal now and then is none.
   */
  boolean outlies(double usualPerMinute) {
    double expected = usualPerMinute * Duration.between(from, to).toMillis() / 60_000;
    return gain - expected >= Signals.OUTLIER * Math.sqrt(Math.max(1, expected));
  }

  static double total(List<Rise> rises) {
    return rises.stream().mapToDouble(Rise::gain).sum();
  }

  /** The median; 0 of nothing. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    if (n == 0) {
      return 0;
    }
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }
}
