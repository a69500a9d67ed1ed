package io.tokentrail.compare;

import io.tokentrail.model.Changes.Kind;
import io.tokentrail.model.Changes.OfToken;
import io.tokentrail.model.Edition;
import io.tokentrail.model.Edition.Standing;
import io.tokentrail.model.LegacyToken.Safety;
import io.tokentrail.model.LegacyToken.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Legacy tokens, matched by their Secret: one of the same name for the same account carries the
 * same token, byte for byte. Better is nearer to being gone.
 */
final class TokenChanges {

  private static final Comparator<OfToken> ORDER =
      Comparator.comparing(OfToken::kind)
          .thenComparing(c -> c.latest().namespace())
          .thenComparing(c -> c.latest().secret());

  private TokenChanges() {}

  static List<OfToken> of(Edition before, Edition after) {
    SortedMap<String, Standing> then = byKey(before.tokens());
    SortedMap<String, Standing> now = byKey(after.tokens());
    TreeSet<String> keys = new TreeSet<>(then.keySet());
    keys.addAll(now.keySet());
    List<OfToken> all = new ArrayList<>();
    for (String key : keys) {
      all.add(
          change(
              Optional.ofNullable(then.get(key)),
              Optional.ofNullable(now.get(key)),
              before,
              after));
    }
    all.sort(ORDER);
    return all;
  }

  private static SortedMap<String, Standing> byKey(Collection<Standing> tokens) {
    SortedMap<String, Standing> all = new TreeMap<>();
    tokens.forEach(t -> all.putIfAbsent(t.key(), t));
    return all;
  }

  private static OfToken change(
      Optional<Standing> then, Optional<Standing> now, Edition before, Edition after) {
    if (then.isEmpty()) {
      return new OfToken(
          Kind.NEW,
          then,
          now,
          before.secretsListed() ? "" : "the older report has no snapshot with Secrets");
    }
    if (now.isEmpty()) {
      return after.secretsListed()
          ? new OfToken(Kind.GONE, then, now, "")
          : new OfToken(Kind.NOT_CHECKED, then, now, "needs a snapshot with Secrets");
    }
    if (now.get().verdict() == Verdict.UNKNOWN && then.get().verdict() != Verdict.UNKNOWN) {
      return new OfToken(Kind.NOT_CHECKED, then, now, now.get().reason());
    }
    int use = Integer.compare(use(now.get().verdict()), use(then.get().verdict()));
    int change =
        use != 0 ? use : Integer.compare(risk(now.get().safety()), risk(then.get().safety()));
    return new OfToken(
        change > 0 ? Kind.WORSE : change < 0 ? Kind.BETTER : Kind.SAME, then, now, "");
  }

  /** How firmly it stands. */
  private static int use(Verdict verdict) {
    return switch (verdict) {
      case ORPHANED -> 0;
      case INVALIDATED -> 1;
      case STALE -> 2;
      case UNKNOWN -> 3;
      case REFERENCED -> 4;
      case IN_USE -> 5;
    };
  }

  private static int risk(Safety safety) {
    return switch (safety) {
      case YES -> 0;
      case UNKNOWN -> 1;
      case NO -> 2;
    };
  }
}
