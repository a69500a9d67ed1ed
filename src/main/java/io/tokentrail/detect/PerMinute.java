package io.tokentrail.detect;

import io.tokentrail.model.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongToDoubleFunction;

/**
 * Events counted by minute over the log's span; a minute without any counts 0.
 *
 * @param counts minutes since 1970 that have any, with how many
 * @param span the log's span
 * @param usual what a minute usually has
 */
record PerMinute(SortedMap<Long, Long> counts, Interval span, Usual usual) {

  static PerMinute of(List<Instant> times, Interval span) {
    SortedMap<Long, Long> counts = counts(times);
    return new PerMinute(counts, span, Usual.of(counts, Optional.of(span)));
  }

  static SortedMap<Long, Long> counts(List<Instant> times) {
    SortedMap<Long, Long> counts = new TreeMap<>();
    times.forEach(t -> counts.merge(Math.floorDiv(t.getEpochSecond(), 60L), 1L, Long::sum));
    return counts;
  }

  long peak() {
    return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** The start of the first minute with the peak; the span's start where nothing was counted. */
  Instant peakAt() {
    long peak = peak();
    return counts.entrySet().stream()
        .filter(e -> e.getValue() == peak)
        .findFirst()
        .map(e -> Instant.ofEpochSecond(e.getKey() * 60))
        .orElse(span.from());
  }

  /** What is usual at the time of the peak. */
  double baseline() {
    return usual.at(peakAt()).perMinute();
  }

  /** The first minute that stands out most from what is usual at its time. */
  Optional<Map.Entry<Long, Long>> mostUnusual() {
    Map.Entry<Long, Long> most = null;
    double score = 0;
    for (Map.Entry<Long, Long> minute : counts.entrySet()) {
      double own = usual.at(minute.getKey()).score(minute.getValue());
      if (most == null || own > score) {
        most = minute;
        score = own;
      }
    }
    return Optional.ofNullable(most);
  }

  static OptionalDouble ratio(double peak, double baseline) {
    return baseline > 0 ? OptionalDouble.of(peak / baseline) : OptionalDouble.empty();
  }

  /** The longest run of minutes, one after the other, that each have more than their limit. */
  Run longestRunOver(LongToDoubleFunction limit) {
    Run longest = new Run(0, 0);
    Run run = longest;
    for (Map.Entry<Long, Long> minute : counts.entrySet()) {
      if (minute.getValue() > limit.applyAsDouble(minute.getKey())) {
        boolean on = run.minutes() > 0 && minute.getKey() == run.from() + run.minutes();
        run = on ? new Run(run.from(), run.minutes() + 1) : new Run(minute.getKey(), 1);
        longest = run.minutes() > longest.minutes() ? run : longest;
      }
    }
    return longest;
  }

  /**
   * Minutes one after the other.
   *
   * @param from the first, since 1970
   * @param minutes how many
   */
  record Run(long from, int minutes) {}
}
