package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.Sharing;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Events that are kept one by one, each once.
 *
 * <p>Changes are bounded: of the updates and patches that one user makes to one object, and of the
 * changes of objects without a name that one user makes in one namespace, the earliest and the
 * latest ones are kept; of reads likewise.
 */
final class KeptEvents implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many early and how many late changes of one object by one user are kept. */
  private static final int OF_OBJECT = 200;

  /** The same for objects whose name the log does not tell. */
  private static final int NAMELESS = 500;

  /** The same for reads of one object by one user: enough to see a tool wait. */
  private static final int READS = 32;

  private static final int SMALL = 1 << 14;

  /** Changes or reads of which only some are kept. */
  private record Series(
      boolean read,
      String resource,
      String subresource,
      String namespace,
      String name,
      String verb,
      String user) {}

  private List<Kept> rows = new ArrayList<>();
  private transient Sharing sharing = new Sharing();
  private int pruned = SMALL;

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    sharing = new Sharing();
  }

  void add(Kept row) {
    rows.add(row.with(sharing));
    if (rows.size() > 2 * pruned) {
      prune();
    }
  }

  void merge(KeptEvents other) {
    other.rows.forEach(row -> rows.add(row.with(sharing)));
    if (rows.size() > 2 * pruned) {
      prune();
    }
  }

  private void prune() {
    rows = distinct();
    pruned = Math.max(SMALL, rows.size());
  }

  /** One of each request, the earliest stage and first place, in no order. */
  List<Kept> distinct() {
    Map<Kept.Identity, Kept> first = new HashMap<>();
    for (Kept k : rows) {
      first.merge(k.identity(), k, (a, b) -> Kept.ORDER.compare(a, b) <= 0 ? a : b);
    }
    return bounded(first.values());
  }

  private static List<Kept> bounded(Collection<Kept> all) {
    List<Kept> kept = new ArrayList<>(all.size());
    Map<Series, List<Kept>> series = new HashMap<>();
    for (Kept k : all) {
      boolean named = !k.target().name().isEmpty();
      boolean repeated = k.verb().equals("update") || k.verb().equals("patch");
      if (k.kind() == Kept.Kind.READ || (k.kind() == Kept.Kind.CHANGE && (!named || repeated))) {
        series.computeIfAbsent(series(k), s -> new ArrayList<>()).add(k);
      } else {
        kept.add(k);
      }
    }
    series.forEach(
        (s, changes) -> {
          int each = s.read() ? READS : s.name().isEmpty() ? NAMELESS : OF_OBJECT;
          if (changes.size() > 2 * each) {
            changes.sort(Kept.BY_TIME);
            Set<Kept> ends = new HashSet<>(changes.subList(0, each));
            ends.addAll(changes.subList(changes.size() - each, changes.size()));
            kept.addAll(ends);
          } else {
            kept.addAll(changes);
          }
        });
    return kept;
  }

  private static Series series(Kept k) {
    return new Series(
        k.kind() == Kept.Kind.READ,
        k.target().resource(),
        k.target().subresource(),
        k.target().namespace(),
        k.target().name(),
        k.verb(),
        k.user());
  }
}
