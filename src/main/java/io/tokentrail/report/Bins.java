package io.tokentrail.report;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A stretch of time cut into columns of equal width, to count 401s in.
 *
 * @param from where the first column starts
 * @param width how wide a column is
 * @param columns how many there are
 */
public record Bins(Instant from, Duration width, int columns) {

  private static final List<Duration> WIDTHS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofDays(1));

  public Bins {
    if (columns < 1 || width.isNegative() || width.isZero()) {
      throw new IllegalArgumentException("bins have a width and there is at least one");
    }
  }

  /** Exactly so many columns. */
  public static Bins exactly(Interval span, int columns) {
    long millis = Math.max(1, (span.length().toMillis() + columns - 1) / columns);
    return new Bins(span.from(), Duration.ofMillis(millis), columns);
  }

  /** Columns of the smallest round width that needs at most so many. */
  public static Bins atMost(Interval span, int most) {
    long length = Math.max(1, span.length().toMillis());
    for (Duration width : WIDTHS) {
      long columns = (length + width.toMillis() - 1) / width.toMillis();
      if (columns <= most) {
        return new Bins(span.from(), width, (int) columns);
      }
    }
    return exactly(span, most);
  }

  /** The column of a time, moved to the nearest one where it lies outside. */
  public int column(Instant at) {
    long millis = Duration.between(from, at).toMillis();
    return (int) Math.max(0, Math.min(columns - 1L, Math.floorDiv(millis, width.toMillis())));
  }

  public Instant start(int column) {
    return from.plusMillis(width.toMillis() * column);
  }

  public Interval interval(int column) {
    return new Interval(start(column), start(column + 1));
  }

  /** The whole stretch, the last column's end included. */
  public Interval all() {
    return new Interval(from, start(columns));
  }

  public int[] count(Collection<Attributed> failures) {
    int[] counts = new int[columns];
    for (Attributed attributed : failures) {
      counts[column(attributed.failure().receivedAt())]++;
    }
    return counts;
  }
}
