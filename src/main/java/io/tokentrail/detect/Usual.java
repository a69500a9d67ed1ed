package io.tokentrail.detect;

import io.tokentrail.model.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is usual at a time: one baseline for all minutes of a short log, one for each hour of the
 * day (UTC) from a week on, so that a nightly job is measured against other nights.
 */
final class Usual {

  /** From this span on every hour of the day has been seen often enough for a median. */
  static final Duration WEEK = Duration.ofDays(7);

  private static final int HOURS = 24;
  private static final long MINUTES_OF_HOUR = 60;

  private final List<Baseline> byHour;

  private Usual(List<Baseline> byHour) {
    this.byHour = byHour;
  }

  /**
   * Of counts by minute.
   *
   * @param counts minutes since 1970 that have any, with how many
   * @param span the log's span, where there is one
   */
  static Usual of(SortedMap<Long, Long> counts, Optional<Interval> span) {
    if (counts.isEmpty()) {
      return new Usual(List.of(Baseline.NOTHING));
    }
    long from =
        Math.min(
            counts.firstKey(),
            span.map(s -> Math.floorDiv(s.from().getEpochSecond(), 60L)).orElse(Long.MAX_VALUE));
    long to =
        Math.max(
            counts.lastKey() + 1,
            span.map(s -> Math.floorDiv(s.to().getEpochSecond(), 60L)).orElse(Long.MIN_VALUE));
    if (to - from < WEEK.toMinutes()) {
      return new Usual(List.of(Baseline.of(counts.values(), to - from)));
    }
    List<List<Long>> values = new ArrayList<>();
    long[] minutes = new long[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      values.add(new ArrayList<>());
      minutes[hour] = minutesOf(hour, to) - minutesOf(hour, from);
    }
    for (Map.Entry<Long, Long> minute : counts.entrySet()) {
      values.get(hour(minute.getKey())).add(minute.getValue());
    }
    List<Baseline> byHour = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      byHour.add(Baseline.of(values.get(hour), minutes[hour]));
    }
    return new Usual(List.copyOf(byHour));
  }

  /** How many minutes of an hour of the day there are from 1970 up to a minute. */
  private static long minutesOf(int hour, long minute) {
    long day = HOURS * MINUTES_OF_HOUR;
    long within = Math.floorMod(minute, day) - hour * MINUTES_OF_HOUR;
    return Math.floorDiv(minute, day) * MINUTES_OF_HOUR
        + Math.max(0, Math.min(MINUTES_OF_HOUR, within));
  }

  private static int hour(long minute) {
    return (int) Math.floorMod(Math.floorDiv(minute, MINUTES_OF_HOUR), (long) HOURS);
  }

  Baseline at(Instant time) {
    return at(Math.floorDiv(time.getEpochSecond(), 60L));
  }

  /** What is usual in a minute since 1970. */
  Baseline at(long minute) {
    return byHour.size() == 1 ? byHour.get(0) : byHour.get(hour(minute));
  }
}
