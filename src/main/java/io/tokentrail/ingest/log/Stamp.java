package io.tokentrail.ingest.log;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A klog stamp, {@code mmdd hh:mm:ss.uuuuuu}: local time without year and zone.
 *
 * @param month 1..12
 * @param day 1..31
 * @param second of the day
 * @param nano of the second
 */
record Stamp(int month, int day, int second, int nano) {

  /** Zones differ by multiples of a quarter of an hour. */
  private static final long QUARTER = 15 * 60;

  /** A stamp this near is nearer than that of any other year. */
  private static final long UNRIVALLED = 180L * 24 * 3600;

  /** No zone is further from UTC than this, with room for a clock that is off. */
  private static final Duration FURTHEST_ZONE = Duration.ofHours(15);

  /**
   * The time that is meant: of the years around the reference the one that puts it nearest.
   *
   * @param outer the full stamp that a shipper put before the line; it settles year and zone
   * @param zone the zone of the machine where nothing else tells
   * @param reference a time near which the log was written
   * @param latest a year that puts it behind this is another one's
   */
  Optional<Instant> at(Optional<Instant> outer, ZoneId zone, Instant reference, Instant latest) {
    if (outer.isPresent()) {
      return Optional.of(
          nearest(outer.get(), ZoneId.of("UTC"), Instant.MAX)
              .map(utc -> shifted(utc, outer.get()))
              .orElse(outer.get()));
    }
    return nearest(reference, zone, latest);
  }

  /** Moves a stamp read as UTC by whole quarters of an hour to the full stamp beside it. */
  private static Instant shifted(Instant utc, Instant outer) {
    Duration off = Duration.between(utc, outer);
    if (off.abs().compareTo(FURTHEST_ZONE) > 0) {
      return outer;
    }
    long quarters = Math.round((double) off.toSeconds() / QUARTER);
    return utc.plusSeconds(quarters * QUARTER);
  }

  private Optional<Instant> nearest(Instant reference, ZoneId zone, Instant latest) {
    int year = reference.atZone(zone).getYear();
    Optional<Instant> same = in(year, zone);
    if (same.isPresent()
        && !same.get().isAfter(latest)
        && secondsBetween(same.get(), reference) < UNRIVALLED) {
      return same;
    }
    Optional<Instant> best = Optional.empty();
    for (int y = year - 1; y <= year + 1; y++) {
      Optional<Instant> here = in(y, zone);
      boolean possible = here.isPresent() && !here.get().isAfter(latest);
      if (possible && (best.isEmpty() || nearer(here.get(), best.get(), reference))) {
        best = here;
      }
    }
    return best;
  }

  private static boolean nearer(Instant a, Instant b, Instant reference) {
    return secondsBetween(a, reference) < secondsBetween(b, reference);
  }

  private static long secondsBetween(Instant a, Instant b) {
    return Math.abs(a.getEpochSecond() - b.getEpochSecond());
  }

  private Optional<Instant> in(int year, ZoneId zone) {
    try {
      return Optional.of(
          LocalDateTime.of(year, month, day, 0, 0)
              .plusSeconds(second)
              .plusNanos(nano)
              .atZone(zone)
              .toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
