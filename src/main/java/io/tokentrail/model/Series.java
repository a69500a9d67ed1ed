package io.tokentrail.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One metric series of the input.
 *
 * @param name the metric
 * @param labels its labels, {@code __name__} left out
 * @param points samples in time order
 * @param place where its first sample stands
 */
public record Series(String name, SortedMap<String, String> labels, List<Point> points, Place place)
    implements Comparable<Series> {

  private static final Comparator<Series> ORDER =
      Comparator.comparing(Series::name)
          .thenComparing(s -> s.labels().toString())
          .thenComparing(Series::place);

  /**
   * A sample.
   *
   * @param at when
   * @param value its value
   */
  public record Point(Instant at, double value) {}

  public Series {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    points = points.stream().sorted(Comparator.comparing(Point::at)).toList();
  }

  @Override
  public int compareTo(Series other) {
    return ORDER.compare(this, other);
  }
}
