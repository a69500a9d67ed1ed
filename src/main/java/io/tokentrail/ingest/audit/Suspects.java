package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.Offered;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Where repetitions may be in a log of which not every line is remembered: the minutes of files
 * that share events with another file, or with themselves.
 *
 * <p>Exact for events that are kept one by one. For plain lines, two files' common minutes are read
 * again in full when the files share a line that is in the sample or at an edge, and when the
 * smaller one, of the same source, has too few lines to be sure to be in the sample. What is
 * overlooked, by chance: less than some dozen lines that two large files share in their middles, or
 * that files of two sources share.
 */
final class Suspects implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many events one round holds: 20 bytes each. */
  private static final long ROUND = 4_000_000;

  /** A file with so many lines in the sample would show in it, had it lines of another file. */
  private static final double SURE = 40;

  private final Map<Integer, TreeSet<Long>> minutes = new HashMap<>();
  private int rounds = 1;

  private Suspects() {}

  static Suspects of(AuditFold fold, List<Offered> files) {
    Suspects suspects = new Suspects();
    suspects.look(fold.sightings, fold);
    suspects.look(fold.keptSightings, fold);
    suspects.look(fold.edges.seen(), fold);
    suspects.small(fold, files);
    long events = 0;
    for (Map.Entry<Integer, TreeSet<Long>> m : suspects.minutes.entrySet()) {
      SortedMap<Long, Long> counts = fold.file(m.getKey()).minutes();
      events += m.getValue().stream().mapToLong(t -> counts.getOrDefault(t, 0L)).sum();
    }
    suspects.rounds = (int) (events / ROUND) + 1;
    return suspects;
  }

  private void look(Sightings seen, AuditFold fold) {
    Set<List<Integer>> pairs = new HashSet<>();
    int mask = Integer.highestOneBit(Math.max(seen.size(), 8)) * 4 - 1;
    int[] table = new int[mask + 1];
    for (int i = 0; i < seen.size(); i++) {
      int slot = (int) seen.hash(i) & mask;
      while (table[slot] != 0 && seen.hash(table[slot] - 1) != seen.hash(i)) {
        slot = (slot + 1) & mask;
      }
      if (table[slot] == 0) {
        table[slot] = i + 1;
        continue;
      }
      int other = table[slot] - 1;
      suspect(seen.file(i), seen.minute(i));
      suspect(seen.file(other), seen.minute(other));
      int a = Math.min(seen.file(i), seen.file(other));
      int b = Math.max(seen.file(i), seen.file(other));
      if (pairs.add(List.of(a, b))) {
        common(a, fold.file(a).minutes().keySet(), b, fold.file(b).minutes().keySet());
      }
    }
  }

  private void common(int a, Set<Long> minutesOfA, int b, Set<Long> minutesOfB) {
    for (long minute : minutesOfA) {
      if (minutesOfB.contains(minute)) {
        suspect(a, minute);
        suspect(b, minute);
      }
    }
  }

  /** Files too small for the sample, beside the large ones of their source. */
  private void small(AuditFold fold, List<Offered> files) {
    Map<String, Map<Integer, Set<Long>>> small = new HashMap<>();
    Map<String, Map<Integer, Set<Long>>> large = new HashMap<>();
    for (int file : fold.files.keySet()) {
      SortedMap<Long, Long> counts = fold.file(file).minutes();
      double sampled = fold.sightings.share() * counts.values().stream().mapToLong(n -> n).sum();
      (sampled < SURE ? small : large)
          .computeIfAbsent(Streams.source(files.get(file).path()), s -> new HashMap<>())
          .put(file, counts.keySet());
    }
    small.forEach(
        (source, of) ->
            large
                .getOrDefault(source, Map.of())
                .forEach((b, ofB) -> of.forEach((a, ofA) -> common(a, ofA, b, ofB))));
  }

  private void suspect(int file, long minute) {
    minutes.computeIfAbsent(file, f -> new TreeSet<>()).add(minute);
  }

  /** In how many rounds, by hash, the shared minutes are read so that each fits into memory. */
  int rounds() {
    return rounds;
  }

  /** Whether an event is looked at in a round. */
  boolean suspect(int file, long minute, long hash, int round) {
    TreeSet<Long> of = minutes.get(file);
    return of != null && of.contains(minute) && Math.floorMod(hash, rounds) == round;
  }

  /** The parts that hold suspect minutes. */
  List<Part> among(List<Part> parts, AuditFold fold) {
    return parts.stream().filter(p -> holds(p, fold)).toList();
  }

  private boolean holds(Part part, AuditFold fold) {
    TreeSet<Long> of = minutes.get(part.file());
    Coverage.Range range = fold.file(part.file()).ranges().get(part.range());
    if (of == null || range == null) {
      return false;
    }
    Long next = of.ceiling(range.first());
    return next != null && next <= range.last();
  }
}
