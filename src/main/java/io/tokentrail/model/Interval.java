package io.tokentrail.model;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A half-open stretch of time: {@code from} belongs to it, {@code to} does not.
 *
 * @param from where it starts
 * @param to where it has ended; not before {@code from}
 */
public record Interval(Instant from, Instant to) implements Serializable {

  public Interval {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "an interval does not end before it starts: " + from + " .. " + to);
    }
  }

  public boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  public boolean overlaps(Interval other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
