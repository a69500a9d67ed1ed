package io.tokentrail.correlate;

import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Stretches of time as a set: merged, ascending, apart from each other. To the millisecond, and in
 * plain arrays: the cross-check by shifts asks it a hundred thousand times.
 */
final class Coverage {

  /** A silence of the whole log this long is a gap, not a quiet time. */
  private static final long GAP_MINUTES = 10;

  private final long[] from;
  private final long[] to;

  /** How much is covered before each stretch; one more for all. */
  private final long[] before;

  Coverage(List<Interval> stretches) {
    List<long[]> merged = new ArrayList<>();
    for (Interval part : stretches.stream().sorted(Comparator.comparing(Interval::from)).toList()) {
      long start = part.from().toEpochMilli();
      long end = part.to().toEpochMilli();
      long[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && start <= last[1]) {
        last[1] = Math.max(last[1], end);
      } else if (end > start) {
        merged.add(new long[] {start, end});
      }
    }
    from = merged.stream().mapToLong(m -> m[0]).toArray();
    to = merged.stream().mapToLong(m -> m[1]).toArray();
    before = new long[from.length + 1];
    for (int i = 0; i < from.length; i++) {
      before[i + 1] = before[i] + to[i] - from[i];
    }
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
    return contains(time.toEpochMilli());
  }

  boolean contains(long milli) {
    int part = floor(from, milli);
    return part >= 0 && milli < to[part];
  }

  boolean overlaps(Interval other) {
    return !and(other).isEmpty();
  }

  /** What both cover. */
  Coverage and(Coverage other) {
    List<Interval> out = new ArrayList<>();
    for (int i = 0; i < other.from.length; i++) {
      out.addAll(and(interval(other.from[i], other.to[i])));
    }
    return new Coverage(out);
  }

  /** What it covers of a stretch. */
  List<Interval> and(Interval other) {
    long start = other.from().toEpochMilli();
    long end = other.to().toEpochMilli();
    List<Interval> out = new ArrayList<>();
    for (int i = Math.max(0, floor(from, start)); i < from.length && from[i] < end; i++) {
      if (to[i] > start) {
        out.add(interval(Math.max(from[i], start), Math.min(to[i], end)));
      }
    }
    return out;
  }

  private static Interval interval(long from, long to) {
    return new Interval(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
  }

  Duration length() {
    return Duration.ofMillis(millis());
  }

  long millis() {
    return before[from.length];
  }

  /** How many milliseconds of it lie before this one. */
  long before(long milli) {
    int part = floor(from, milli);
    return part < 0 ? 0 : before[part] + Math.min(milli, to[part]) - from[part];
  }

  /**
   * The moment with that much of it before; beyond its end it begins again, before its start too.
   */
  long at(long offset) {
    if (millis() == 0) {
      throw new IllegalStateException("nothing is covered");
    }
    long within = Math.floorMod(offset, millis());
    // stretches have a length, so that the offsets before them differ
    int part = Math.min(floor(before, within), from.length - 1);
    return from[part] + within - before[part];
  }

  /** The last place whose value is not above this one; -1 without. */
  private static int floor(long[] sorted, long value) {
    int at = Arrays.binarySearch(sorted, value);
    return at >= 0 ? at : -at - 2;
  }
}
