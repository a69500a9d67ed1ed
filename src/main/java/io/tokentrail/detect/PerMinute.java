package io.tokentrail.detect;

import io.tokentrail.model.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Events counted by minute over the log's span; a minute without any counts 0.
 *
 * @param counts minutes since 1970 that have any, with how many
 * @param span the log's span
 * @param usual what a minute usually has
 */
record PerMinute(SortedMap<Long, Long> counts, Interval span, Baseline usual) {

  static PerMinute of(List<Instant> times, Interval span) {
    SortedMap<Long, Long> counts = new TreeMap<>();
    times.forEach(t -> counts.merge(Math.floorDiv(t.getEpochSecond(), 60L), 1L, Long::sum));
    return new PerMinute(counts, span, Baseline.of(times, Optional.of(span)));
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

  OptionalDouble ratio() {
    return usual.perMinute() > 0
        ? OptionalDouble.of(peak() / usual.perMinute())
        : OptionalDouble.empty();
  }

  /** The longest run of minutes, one after the other, that each have more than this. */
  int longestRunOver(double limit) {
    int longest = 0;
    int run = 0;
    long last = Long.MIN_VALUE;
    for (Map.Entry<Long, Long> minute : counts.entrySet()) {
      if (minute.getValue() > limit) {
        run = minute.getKey() == last + 1 ? run + 1 : 1;
        last = minute.getKey();
        longest = Math.max(longest, run);
      }
    }
    return longest;
  }
}
