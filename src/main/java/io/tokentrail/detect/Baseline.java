package io.tokentrail.detect;

import io.tokentrail.model.Interval;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sender's usual 401s a minute: the median over the log's minutes, and the median absolute
 * deviation around it, which a few bursts do not move.
 *
 * @param perMinute the median
 * @param spread the median absolute deviation, not below what counting alone makes
 */
record Baseline(double perMinute, double spread) {

  /** Makes the median absolute deviation of a normal distribution its standard deviation. */
  private static final double NORMAL = 0.6745;

  /** Longest log whose minutes are listed one by one: a year. */
  private static final long MOST_MINUTES = 366L * 24 * 60;

  static Baseline of(List<Instant> times, Optional<Interval> span) {
    SortedMap<Long, Long> counts = new TreeMap<>();
    times.forEach(t -> counts.merge(t.getEpochSecond() / 60, 1L, Long::sum));
    if (counts.isEmpty()) {
      return new Baseline(0, NORMAL);
    }
    long from = span.map(s -> s.from().getEpochSecond() / 60).orElse(counts.firstKey());
    long to = span.map(s -> s.to().getEpochSecond() / 60).orElse(counts.lastKey() + 1);
    long minutes = Math.max(to, counts.lastKey() + 1) - Math.min(from, counts.firstKey());
    if (minutes > MOST_MINUTES || minutes >= 2L * counts.size()) {
      // most minutes have none: the median is 0 and so is the deviation
      return new Baseline(0, NORMAL);
    }
    double[] values = new double[(int) minutes];
    int i = 0;
    for (long count : counts.values()) {
      values[i++] = count;
    }
    double median = median(values);
    double deviation = median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
    // counts of independent events vary by their root even where the sample does not show it
    return new Baseline(median, Math.max(deviation, NORMAL * Math.sqrt(Math.max(1, median))));
  }

  /** Robust z of a count against it. */
  double score(long count) {
    return NORMAL * (count - perMinute) / spread;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }
}
