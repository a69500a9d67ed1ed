package io.tokentrail.compare;

import io.tokentrail.model.Changes;
import io.tokentrail.model.Changes.Kind;
import io.tokentrail.model.Changes.OfFinding;
import io.tokentrail.model.Edition;
import io.tokentrail.model.Edition.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Findings, matched by id. One is worse when its severity rose, or when its 401s per hour of log
 * rose by half and by ten or more in all; better the other way round.
 */
final class FindingChanges {

  /** Rates that differ by less are the same problem on another day. */
  private static final double BY_HALF = 1.5;

  /** Fewer 401s than this, more or less, are no change. */
  private static final double ENOUGH = 10;

  private static final Comparator<OfFinding> ORDER =
      Comparator.comparing(OfFinding::kind)
          .thenComparing(c -> c.latest().severity())
          .thenComparing(c -> -c.latest().failures())
          .thenComparing(c -> c.latest().id());

  private FindingChanges() {}

  static List<OfFinding> of(Edition before, Edition after) {
    SortedMap<String, Told> then = byId(before.findings());
    SortedMap<String, Told> now = byId(after.findings());
    TreeSet<String> ids = new TreeSet<>(then.keySet());
    ids.addAll(now.keySet());
    List<OfFinding> all = new ArrayList<>();
    for (String id : ids) {
      all.add(
          change(
              Optional.ofNullable(then.get(id)), Optional.ofNullable(now.get(id)), before, after));
    }
    all.sort(ORDER);
    return all;
  }

  private static SortedMap<String, Told> byId(Collection<Told> findings) {
    SortedMap<String, Told> all = new TreeMap<>();
    findings.forEach(f -> all.putIfAbsent(f.id(), f));
    return all;
  }

  private static OfFinding change(
      Optional<Told> then, Optional<Told> now, Edition before, Edition after) {
    if (then.isEmpty()) {
      String missing = before.unchecked().get(now.orElseThrow().cause());
      return new OfFinding(
          Kind.NEW, then, now, missing == null ? "" : "not looked for before: needs " + missing);
    }
    if (now.isEmpty()) {
      String missing = after.unchecked().get(then.get().cause());
      return missing == null
          ? new OfFinding(Kind.GONE, then, now, "")
          : new OfFinding(Kind.NOT_CHECKED, then, now, "needs " + missing);
    }
    Kind kind = kind(then.get(), now.get(), before, after);
    String note = now.get().accepted() && !then.get().accepted() ? "accepted since" : "";
    return new OfFinding(kind, then, now, note);
  }

  private static Changes.Kind kind(Told then, Told now, Edition before, Edition after) {
    int severity = now.severity().compareTo(then.severity());
    if (severity != 0) {
      return severity < 0 ? Kind.WORSE : Kind.BETTER;
    }
    // without both spans the counts themselves are compared
    boolean timed = before.hours().isPresent() && after.hours().isPresent();
    double hours = timed ? after.hours().get() / before.hours().get() : 1;
    double expected = then.failures() * hours;
    if (now.failures() >= BY_HALF * expected && now.failures() - expected >= ENOUGH) {
      return Kind.WORSE;
    }
    return expected >= BY_HALF * now.failures() && expected - now.failures() >= ENOUGH
        ? Kind.BETTER
        : Kind.SAME;
  }
}
