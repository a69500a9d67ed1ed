package io.tokentrail.attribute;

import io.tokentrail.model.Use;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Some uses over time, asked again and again what came before and after a moment. Of uses that end
 * or begin together the natural order decides.
 */
final class Timeline {

  private final List<Use> byLast;
  private final List<Use> byFirst;

  /**
   * @param uses in their natural order
   */
  Timeline(List<Use> uses) {
    byLast = uses.stream().sorted(Comparator.comparing(Use::lastAt)).toList();
    byFirst = uses.stream().sorted(Comparator.comparing(Use::firstAt)).toList();
  }

  /**
   * What lies around a moment.
   *
   * @param during how many uses it lies within
   * @param before the last use that ended before it
   * @param after the first use that begins after it
   */
  record Around(int during, Optional<Use> before, Optional<Use> after) {}

  Around at(Instant moment) {
    int ended = ended(moment);
    int begun = begun(moment);
    return new Around(
        begun - ended,
        ended == 0 ? Optional.empty() : Optional.of(byLast.get(ended - 1)),
        begun == byFirst.size() ? Optional.empty() : Optional.of(byFirst.get(begun)));
  }

  /** How many ended before a moment. */
  private int ended(Instant at) {
    int low = 0;
    int high = byLast.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (byLast.get(mid).lastAt().isBefore(at)) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** How many began at a moment or before. */
  private int begun(Instant at) {
    int low = 0;
    int high = byFirst.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (byFirst.get(mid).firstAt().isAfter(at)) {
        high = mid;
      } else {
        low = mid + 1;
      }
    }
    return low;
  }
}
