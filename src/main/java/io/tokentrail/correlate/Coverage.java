package io.tokentrail.correlate;

import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Stretches of time as a set: merged, ascending, apart from each other.
 *
 * @param parts the stretches
 */
record Coverage(List<Interval> parts) {

  /** A silence of the whole log this long is a gap, not a quiet time. */
  private static final long GAP_MINUTES = 10;

  Coverage {
    List<Interval> merged = new ArrayList<>();
    for (Interval part : parts.stream().sorted(Comparator.comparing(Interval::from)).toList()) {
      Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && !part.from().isAfter(last.to())) {
        Instant to = part.to().isAfter(last.to()) ? part.to() : last.to();
        merged.set(merged.size() - 1, new Interval(last.from(), to));
      } else {
        merged.add(part);
      }
    }
    parts = List.copyOf(merged);
  }

  /** The time that the audit log can tell of: its span without its gaps. */
  static Coverage observable(AuditFacts audit) {
    TreeSet<Long> minutes = new TreeSet<>();
    for (AuditFile file : audit.files()) {
      minutes.addAll(file.minutes().keySet());
    }
    List<Interval> parts = new ArrayList<>();
    Long first = null;
    Long last = null;
    for (Long minute : minutes) {
      if (first == null) {
        first = minute;
      } else if (minute - last > GAP_MINUTES) {
        parts.add(minutes(first, last));
        first = minute;
      }
      last = minute;
    }
    if (first != null) {
      parts.add(minutes(first, last));
    }
    return new Coverage(parts);
  }

  private static Interval minutes(long first, long last) {
    return new Interval(Instant.ofEpochSecond(first * 60), Instant.ofEpochSecond((last + 1) * 60));
  }

  boolean contains(Instant time) {
    return parts.stream().anyMatch(p -> p.contains(time));
  }

  boolean overlaps(Interval other) {
    return parts.stream().anyMatch(p -> p.overlaps(other));
  }

  /** What both cover. */
  Coverage and(Coverage other) {
    List<Interval> out = new ArrayList<>();
    for (Interval a : parts) {
      for (Interval b : other.parts) {
        if (a.overlaps(b)) {
          out.add(
              new Interval(
                  a.from().isAfter(b.from()) ? a.from() : b.from(),
                  a.to().isBefore(b.to()) ? a.to() : b.to()));
        }
      }
    }
    return new Coverage(out);
  }

  Duration length() {
    return parts.stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus);
  }
}
