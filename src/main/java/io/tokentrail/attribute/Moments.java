package io.tokentrail.attribute;

import io.tokentrail.model.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Some 401s in time order, counted and searched by time. */
final class Moments {

  private final List<Failure> all = new ArrayList<>();

  /** Adds one that is not before the last. */
  void add(Failure failure) {
    all.add(failure);
  }

  /** How many lie between two moments, these included. */
  int between(Instant from, Instant to) {
    return before(to.plusNanos(1)) - before(from);
  }

  /** The nearest to a moment; of equally near ones the first by their natural order. */
  Optional<Failure> nearest(Instant at) {
    int next = before(at);
    Stream<Failure> earlier =
        next == 0 ? Stream.of() : Stream.of(first(all.get(next - 1).receivedAt()));
    Stream<Failure> later = next == all.size() ? Stream.of() : Stream.of(all.get(next));
    return Stream.concat(earlier, later).min((a, b) -> distance(a, at).compareTo(distance(b, at)));
  }

  private Failure first(Instant at) {
    return all.get(before(at));
  }

  private static Duration distance(Failure failure, Instant at) {
    return Duration.between(failure.receivedAt(), at).abs();
  }

  /** How many lie before a moment. */
  private int before(Instant at) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (all.get(mid).receivedAt().isBefore(at)) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }
}
