package io.tokentrail.compare;

import io.tokentrail.model.Changes;
import io.tokentrail.model.Edition;
import java.util.ArrayList;
import java.util.List;

/** Holds a newer report against an older one. */
public final class Comparison {

  /** One span this much longer than the other is worth a word. */
  private static final double MUCH_LONGER = 2;

  private Comparison() {}

  /** What became of every finding and token of either. */
  public static Changes of(Edition before, Edition after) {
    return new Changes(
        before,
        after,
        FindingChanges.of(before, after),
        TokenChanges.of(before, after),
        notes(before, after));
  }

  private static List<String> notes(Edition before, Edition after) {
    List<String> notes = new ArrayList<>();
    boolean named = !before.cluster().isEmpty() && !after.cluster().isEmpty();
    if (named && !before.cluster().equals(after.cluster())) {
      notes.add(
          "The older report is of cluster "
              + before.cluster()
              + ", the newer one of "
              + after.cluster()
              + ".");
    }
    if (before.span().isPresent() && after.span().isPresent()) {
      if (before.span().get().to().isAfter(after.span().get().to())) {
        notes.add("The older report ends after the newer one: are they swapped?");
      }
      double was = before.hours().orElse(0.0);
      double is = after.hours().orElse(0.0);
      if (was > 0 && is > 0 && Math.max(was, is) > MUCH_LONGER * Math.min(was, is)) {
        notes.add(
            "The "
                + (is > was ? "newer" : "older")
                + " log covers much more time; 401s are compared per hour.");
      }
    } else if (before.span().isPresent()) {
      notes.add("The newer report has no audit log.");
    } else if (after.span().isPresent()) {
      notes.add("The older report has no audit log.");
    }
    if (!before.lookBack().equals(after.lookBack())) {
      notes.add(
          "Look-back of "
              + before.lookBack().toDays()
              + " days before, "
              + after.lookBack().toDays()
              + " days now: stale does not mean the same in both.");
    }
    if (before.secretsListed() && !after.secretsListed()) {
      notes.add("The newer report has no snapshot with Secrets: no token is known to be gone.");
    }
    return notes;
  }
}
