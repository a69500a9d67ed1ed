package io.tokentrail.model;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a fact stands in the input, so that it can be checked by hand.
 *
 * @param path the input file as inputs.csv lists it
 * @param line the line's number, from 1; an item's number in files that have no lines
 */
public record Place(String path, long line) implements Comparable<Place>, Serializable {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::path).thenComparingLong(Place::line);

  public Place {
    if (path.isEmpty() || line < 1) {
      throw new IllegalArgumentException(
          "a place is a file and a line from 1: " + path + ":" + line);
    }
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line}. */
  @Override
  public String toString() {
    return path + ":" + line;
  }
}
