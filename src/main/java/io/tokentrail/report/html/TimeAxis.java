package io.tokentrail.report.html;

import io.tokentrail.model.Interval;
import io.tokentrail.report.Bins;
import io.tokentrail.report.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The one time axis of all pictures.
 *
 * @param bins the columns
 * @param ticks where a time is written
 * @param grid the ticks as one path in columns
 * @param gaps stretches in which at least one API server's log has no events
 */
public record TimeAxis(Bins bins, List<Tick> ticks, String grid, List<Block> gaps) {

  /** Most columns of a picture. */
  static final int COLUMNS = 720;

  private static final int MOST_TICKS = 12;
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(7),
          Duration.ofDays(14),
          Duration.ofDays(30));

  /**
   * A written time.
   *
   * @param at the time
   * @param x where, as a percentage
   * @param label the clock, or the day at its beginning
   * @param day whether a day begins here
   * @param anchor which end of the text stands there
   * @param wide whether it is left out on narrow screens
   */
  public record Tick(
      Instant at, String x, String label, boolean day, String anchor, boolean wide) {}

  /**
   * A stretch of a lane.
   *
   * @param x where it starts, as a percentage
   * @param width how long it is, as a percentage
   */
  public record Block(String x, String width) {}

  static TimeAxis of(Interval span, Collection<List<Interval>> gaps) {
    Bins bins = Bins.atMost(span, COLUMNS);
    Duration step = step(bins.all().length());
    List<Tick> ticks = new ArrayList<>();
    StringBuilder grid = new StringBuilder();
    long every = step.toSeconds();
    long first = Math.floorDiv(bins.from().getEpochSecond() + every - 1, every) * every;
    TimeAxis bare = new TimeAxis(bins, List.of(), "", List.of());
    for (long s = first; s <= bins.all().to().getEpochSecond(); s += every) {
      Instant at = Instant.ofEpochSecond(s);
      boolean day = s % 86_400 == 0;
      boolean wide = Math.floorDiv(s, every) % 3 != 0;
      ticks.add(
          new Tick(
              at, bare.x(at), day ? Words.day(at) : Words.clock(at), day, bare.anchor(at), wide));
      grid.append('M').append(bare.column(at)).append("-20v400");
    }
    List<Block> blocks = gaps.stream().flatMap(List::stream).map(bare::block).distinct().toList();
    return new TimeAxis(bins, List.copyOf(ticks), grid.toString(), blocks);
  }

  private static Duration step(Duration length) {
    for (Duration step : STEPS) {
      if (length.dividedBy(step) <= MOST_TICKS) {
        return step;
      }
    }
    return Duration.ofDays(365);
  }

  /** How far along a time is, 0..1. */
  double share(Instant at) {
    double whole = bins.all().length().toMillis();
    return Math.max(0, Math.min(1, Duration.between(bins.from(), at).toMillis() / whole));
  }

  String x(Instant at) {
    return Show.share(share(at));
  }

  /** The text of a tick at an end of the axis stays inside. */
  private String anchor(Instant at) {
    double share = share(at);
    return share < 0.02 ? "start" : share > 0.98 ? "end" : "middle";
  }

  /** Where a time is, in columns. */
  String column(Instant at) {
    return Show.fixed(share(at) * bins.columns());
  }

  Block block(Interval interval) {
    return new Block(x(interval.from()), Show.share(share(interval.to()) - share(interval.from())));
  }

  /** What one column is. */
  public String columnWidth() {
    return Words.length(bins.width());
  }
}
