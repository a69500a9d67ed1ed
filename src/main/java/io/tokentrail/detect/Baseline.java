package io.tokentrail.detect;

import java.util.Arrays;
import java.util.Collection;

/**
 * What a minute usually has: the median over minutes, and the median absolute deviation around it,
 * which a few bursts do not move.
 *
 * @param perMinute the median
 * @param spread the median absolute deviation, not below what counting alone makes
 */
record Baseline(double perMinute, double spread) {

  /** Makes the median absolute deviation of a normal distribution its standard deviation. */
  private static final double NORMAL = 0.6745;

  /** Of minutes that usually have nothing. */
  static final Baseline NOTHING = new Baseline(0, NORMAL);

  /**
   * Of so many minutes.
   *
   * @param counts those that have any
   * @param minutes how many there are, the empty ones included
   */
  static Baseline of(Collection<Long> counts, long minutes) {
    if (minutes >= 2L * counts.size()) {
      // most minutes have none: the median is 0 and so is the deviation
      return NOTHING;
    }
    double[] values = new double[(int) Math.max(minutes, counts.size())];
    int i = 0;
    for (long count : counts) {
      values[i++] = count;
    }
    double median = Rise.median(values);
    double deviation = Rise.median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
    // counts of independent events vary by their root even where the sample does not show it
    return new Baseline(median, Math.max(deviation, NORMAL * Math.sqrt(Math.max(1, median))));
  }

  /** Modified z-score of a count against it (Iglewicz and Hoaglin 1993). */
  double score(long count) {
    return NORMAL * (count - perMinute) / spread;
  }
}
