package io.tokentrail.model;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A record that could not be used.
 *
 * @param path the file
 * @param position its number in the file, from 1
 * @param byLine whether the position counts lines ({@code line:N}) or items ({@code item:N})
 * @param why the reason, for people
 * @param sample at most 120 characters of it, credentials masked
 */
public record Reject(String path, long position, boolean byLine, String why, String sample)
    implements Comparable<Reject>, Serializable {

  private static final Comparator<Reject> ORDER =
      Comparator.comparing(Reject::path)
          .thenComparingLong(Reject::position)
          .thenComparing(Reject::why);

  /** {@code line:N} or {@code item:N}. */
  public String positionText() {
    return (byLine ? "line:" : "item:") + position;
  }

  @Override
  public int compareTo(Reject other) {
    return ORDER.compare(this, other);
  }
}
