package io.tokentrail.ingest.snapshot;

import io.tokentrail.model.AccountObject;
import io.tokentrail.model.ClusterEvent;
import io.tokentrail.model.CsiDriver;
import io.tokentrail.model.Node;
import io.tokentrail.model.Reach;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts the files of each snapshot together. A folder with a {@code version.json} or the collector's
 * stamp is a snapshot. Files outside of such folders are one snapshot, unless they show the same
 * objects again and again: then each folder, or file, is one.
 */
public final class Snapshots {

  /** Two parts that share this share of the smaller one's objects show the same cluster twice. */
  private static final double SAME = 0.5;

  /** How long after the newest time inside a collector may have written its stamp elsewhere. */
  private static final Duration STAMP_WITHIN = Duration.ofMinutes(30);

  private Snapshots() {}

  /**
   * Groups and merges.
   *
   * @param asOf times that the user gave, by path or folder
   * @param otherwise the time of a snapshot without any time in it
   * @param started command lines of control-plane programs that are known from elsewhere, by {@code
   *     component-host}; the pods of a snapshot come first
   * @return in order of time
   */
  public static List<Snapshot> of(
      Collection<SnapshotPart> parts,
      Map<String, Instant> asOf,
      Instant otherwise,
      Map<String, List<String>> started) {
    List<SnapshotPart> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparing(p -> p.path));
    NavigableMap<String, List<SnapshotPart>> groups = groups(sorted);
    List<SnapshotPart> stamps = new ArrayList<>();
    List<SnapshotPart> filled = new ArrayList<>();
    groups.forEach(
        (folder, group) -> {
          SnapshotPart one = merged(folder, group);
          one.asOf = given(group, asOf);
          (one.kinds.isEmpty() ? stamps : filled).add(one);
        });
    filled.forEach(one -> stamped(one, stamps));
    filled.forEach(one -> started.forEach(one.commands::putIfAbsent));
    List<Snapshot> all = new ArrayList<>();
    filled.forEach(one -> all.add(snapshot(one, reach(one, groups), otherwise)));
    all.sort(Comparator.comparing(Snapshot::at));
    return List.copyOf(all);
  }

  private static NavigableMap<String, List<SnapshotPart>> groups(List<SnapshotPart> parts) {
    TreeSet<String> anchors = new TreeSet<>();
    parts.stream().filter(p -> p.anchor).forEach(p -> anchors.add(folder(p.path)));
    NavigableMap<String, List<SnapshotPart>> groups = new TreeMap<>();
    List<SnapshotPart> loose = new ArrayList<>();
    for (SnapshotPart part : parts) {
      Optional<String> anchor = nearest(part.path, anchors);
      if (anchor.isPresent()) {
        groups.computeIfAbsent(anchor.get(), f -> new ArrayList<>()).add(part);
      } else {
        loose.add(part);
      }
    }
    NavigableMap<String, List<SnapshotPart>> elements = new TreeMap<>();
    String common = commonFolder(loose);
    loose.forEach(
        p -> elements.computeIfAbsent(element(p.path, common), e -> new ArrayList<>()).add(p));
    if (repeat(elements.values())) {
      elements.forEach((name, group) -> groups.merge(name, group, Snapshots::joined));
    } else if (!loose.isEmpty()) {
      groups.merge(common, loose, Snapshots::joined);
    }
    return groups;
  }

  private static List<SnapshotPart> joined(List<SnapshotPart> a, List<SnapshotPart> b) {
    List<SnapshotPart> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static Optional<String> nearest(String path, Set<String> anchors) {
    for (String f = folder(path); ; f = folder(f)) {
      if (anchors.contains(f)) {
        return Optional.of(f);
      }
      if (f.isEmpty()) {
        return Optional.empty();
      }
    }
  }

  private static String commonFolder(List<SnapshotPart> parts) {
    String common = null;
    for (SnapshotPart part : parts) {
      String f = folder(part.path);
      while (common != null && !f.equals(common) && !f.startsWith(common + "/")) {
        if (common.isEmpty()) {
          break;
        }
        common = folder(common);
      }
      common = common == null ? f : common;
    }
    return common == null ? "" : common;
  }

  /** The file or folder right below the common folder. */
  private static String element(String path, String common) {
    int from = common.isEmpty() ? 0 : common.length() + 1;
    int slash = path.indexOf('/', from);
    return slash < 0 ? path : path.substring(0, slash);
  }

  private static boolean repeat(Collection<List<SnapshotPart>> elements) {
    List<Set<String>> keys = new ArrayList<>();
    for (List<SnapshotPart> element : elements) {
      Set<String> own = new HashSet<>();
      element.forEach(p -> own.addAll(p.keys()));
      for (Set<String> other : keys) {
        long shared = own.stream().filter(other::contains).count();
        if (shared > 0 && shared >= SAME * Math.min(own.size(), other.size())) {
          return true;
        }
      }
      keys.add(own);
    }
    return false;
  }

  private static SnapshotPart merged(String folder, List<SnapshotPart> parts) {
    SnapshotPart all = new SnapshotPart(folder.isEmpty() ? "." : folder);
    for (SnapshotPart part : parts) {
      all.kinds.addAll(part.kinds);
      all.secretNames.addAll(part.secretNames);
      all.cut.addAll(part.cut);
      all.named.addAll(part.named);
      part.commands.forEach(all.commands::putIfAbsent);
      all.seen(part.newest);
      all.trackingSince = later(all.trackingSince, part.trackingSince);
      if (all.serverVersion.isEmpty()) {
        all.serverVersion = part.serverVersion;
      }
      if (part.collectedAt.isPresent() && (part.anchor || all.collectedAt.isEmpty())) {
        all.collectedAt = part.collectedAt;
      }
    }
    distinct(parts, p -> p.pods, p -> p.namespace() + "/" + p.name() + "/" + p.uid(), all.pods);
    distinct(parts, p -> p.accounts, AccountObject::account, all.accounts);
    distinct(parts, p -> p.tokenSecrets, TokenSecret::ref, all.tokenSecrets);
    distinct(parts, p -> p.nodes, Node::name, all.nodes);
    distinct(parts, p -> p.workloads, Workload::ref, all.workloads);
    distinct(parts, p -> p.events, ClusterEvent::place, all.events);
    distinct(parts, p -> p.csiDrivers, CsiDriver::name, all.csiDrivers);
    distinct(parts, p -> p.leases, l -> l.namespace() + "/" + l.name(), all.leases);
    return all;
  }

  /**
   * Objects without a time of their own (a must-gather) take the stamp that the collector left in
   * another folder right after the newest time inside them, and the version beside it.
   */
  private static void stamped(SnapshotPart one, List<SnapshotPart> stamps) {
    if (one.collectedAt.isPresent() || one.newest.isEmpty()) {
      return;
    }
    Instant newest = one.newest.get();
    stamps.stream()
        .filter(s -> s.collectedAt.isPresent())
        .filter(s -> !s.collectedAt.get().isBefore(newest))
        .filter(s -> s.collectedAt.get().isBefore(newest.plus(STAMP_WITHIN)))
        .min(Comparator.comparing(s -> s.collectedAt.get()))
        .ifPresent(
            s -> {
              one.collectedAt = s.collectedAt;
              one.serverVersion = one.serverVersion.isEmpty() ? s.serverVersion : one.serverVersion;
            });
  }

  private static Reach reach(SnapshotPart one, Map<String, List<SnapshotPart>> groups) {
    List<SnapshotPart> parts = groups.getOrDefault(one.path.equals(".") ? "" : one.path, List.of());
    return new Reach(NamespaceLists.of(parts), one.cut, one.named);
  }

  private static Snapshot snapshot(SnapshotPart all, Reach reach, Instant otherwise) {
    return new Snapshot(
        all.asOf.or(() -> all.collectedAt).or(() -> all.newest).orElse(otherwise),
        all.kinds,
        all.pods,
        all.accounts,
        all.tokenSecrets,
        all.secretNames.size() - all.tokenSecrets.size(),
        all.secretNames,
        all.nodes,
        all.workloads,
        all.events,
        all.csiDrivers,
        all.leases,
        all.trackingSince,
        all.serverVersion,
        ControlPlane.flags(all.commands),
        reach);
  }

  private static Optional<LocalDate> later(Optional<LocalDate> a, Optional<LocalDate> b) {
    return a.isEmpty() || (b.isPresent() && b.get().isAfter(a.get())) ? b : a;
  }

  private static Optional<Instant> given(List<SnapshotPart> parts, Map<String, Instant> asOf) {
    for (Map.Entry<String, Instant> entry : new TreeMap<>(asOf).entrySet()) {
      String path = entry.getKey();
      String below = path.endsWith("/") ? path : path + "/";
      if (parts.stream().anyMatch(p -> p.path.equals(path) || p.path.startsWith(below))) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /** The same object from two files of one snapshot counts once: the first in order of path. */
  private static <T, K> void distinct(
      List<SnapshotPart> parts,
      Function<SnapshotPart, List<T>> of,
      Function<T, K> key,
      List<T> into) {
    Set<K> seen = new HashSet<>();
    for (SnapshotPart part : parts) {
      for (T one : of.apply(part)) {
        if (seen.add(key.apply(one))) {
          into.add(one);
        }
      }
    }
  }
}
