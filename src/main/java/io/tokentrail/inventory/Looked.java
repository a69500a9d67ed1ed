package io.tokentrail.inventory;

import io.tokentrail.model.ClusterEvent;
import io.tokentrail.model.Facts;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Use;
import io.tokentrail.model.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was looked at before "nobody names it" may be said of a Secret, and what was not: kinds that
 * the snapshot lacks, lists that do not reach its namespace or ended early, damaged files, and
 * objects that the log shows to be made or changed after the snapshot.
 */
final class Looked {

  /** Kinds without which a reference is never ruled out: every cluster in use has them. */
  private static final List<String> NEEDED =
      List.of("pods", "serviceaccounts", "deployments", "daemonsets");

  /**
   * Kinds that many clusters have none of. An export of mixed kinds leaves no trace of a kind that
   * was asked for and found empty, so that one of these may be absent, as long as nothing in the
   * input speaks of such an object.
   */
  private static final Map<String, Pattern> MAY_BE_NONE =
      new TreeMap<>(
          Map.of(
              "cronjobs", Pattern.compile("-\\d{8,10}(-[a-z0-9]{5})?$"),
              "statefulsets", Pattern.compile("-\\d{1,4}$")));

  /** Further kinds with pod templates, named where an answer does not rest on them. */
  private static final List<String> OTHERS =
      List.of("jobs", "replicasets", "replicationcontrollers");

  private static final Set<String> TEMPLATES =
      Set.of(
          "pods",
          "deployments",
          "daemonsets",
          "statefulsets",
          "replicasets",
          "jobs",
          "cronjobs",
          "serviceaccounts");

  /** Controllers copy templates that the snapshot has, or report a status. */
  private static final String CONTROLLERS = "system:serviceaccount:kube-system:";

  private final List<Snapshot> snapshots;
  private final NavigableSet<String> missing = new TreeSet<>();
  private final List<String> damaged;
  private final Map<String, ObjectChange> changed = new HashMap<>();

  private Looked(List<Snapshot> snapshots, List<String> damaged) {
    this.snapshots = snapshots;
    this.damaged = damaged;
  }

  /**
   * Looks at what there is.
   *
   * @param snapshots the one that lists the Secrets, and later ones
   */
  static Looked at(List<Snapshot> snapshots, Facts facts) {
    List<String> damaged =
        facts.inputs().stream()
            .filter(i -> i.kind() == InputFile.Kind.SNAPSHOT)
            .filter(i -> i.rejected() > 0 || !i.problem().isEmpty())
            .map(InputFile::path)
            .sorted()
            .toList();
    Looked looked = new Looked(snapshots, damaged);
    NEEDED.stream().filter(k -> !looked.has(k)).forEach(looked.missing::add);
    List<String> none = MAY_BE_NONE.keySet().stream().filter(k -> !looked.has(k)).toList();
    if (none.size() > 1) {
      looked.missing.addAll(none);
    } else {
      none.stream().filter(k -> spokenOf(k, facts)).forEach(looked.missing::add);
    }
    looked.changesIn(facts);
    return looked;
  }

  private boolean has(String kind) {
    return snapshots.stream().anyMatch(s -> s.kinds().contains(kind));
  }

  /** Whether the input speaks of an object of a kind that the snapshot lists none of. */
  private static boolean spokenOf(String kind, Facts facts) {
    Pattern pods = MAY_BE_NONE.get(kind);
    String owner = kind.equals("cronjobs") ? "Job/" : "StatefulSet/";
    for (Snapshot snapshot : facts.snapshots()) {
      boolean known =
          snapshot.kinds().contains(kind)
              || snapshot.reach().named().contains(kind)
              || snapshot.pods().stream()
                  .map(Pod::owner)
                  .anyMatch(o -> o.startsWith(owner) && pods(kind, pods, o))
              || snapshot.workloads().stream()
                  .map(Workload::ref)
                  .anyMatch(w -> w.kind().equals("Job") && pods(kind, pods, "Job/" + w.name()))
              || snapshot.events().stream()
                  .map(ClusterEvent::about)
                  .anyMatch(e -> !e.kind().equals("Node") && cronPod(kind, pods, e.name()));
      if (known) {
        return true;
      }
    }
    Set<String> listed = new TreeSet<>();
    facts.snapshots().forEach(s -> s.pods().forEach(p -> listed.add(p.name())));
    return facts.audit().changes().stream()
            .anyMatch(c -> c.succeeded() && c.target().resource().equals(kind))
        || facts.audit().uses().stream()
            .map(Use::podName)
            .anyMatch(p -> !listed.contains(p) && pods.matcher(p).find());
  }

  private static boolean pods(String kind, Pattern pods, String owner) {
    return kind.equals("statefulsets") || pods.matcher(owner).find();
  }

  private static boolean cronPod(String kind, Pattern pods, String name) {
    return kind.equals("cronjobs") && pods.matcher(name).find();
  }

  /** The last change in each namespace that a snapshot of its kind is older than. */
  private void changesIn(Facts facts) {
    Map<String, Instant> seenAt = new HashMap<>();
    for (Snapshot snapshot : snapshots) {
      snapshot.kinds().forEach(k -> seenAt.merge(k, snapshot.at(), (a, b) -> a.isAfter(b) ? a : b));
    }
    Instant oldest = snapshots.get(0).at();
    for (ObjectChange change : facts.audit().changes()) {
      boolean adds =
          change.succeeded()
              && change.target().subresource().isEmpty()
              && TEMPLATES.contains(change.target().resource())
              && Stream.of("create", "update", "patch").anyMatch(change.verb()::equals)
              && !change.user().startsWith(CONTROLLERS)
              && !change.user().startsWith("system:node:");
      Instant seen = seenAt.getOrDefault(change.target().resource(), oldest);
      if (adds && change.at().isAfter(seen)) {
        changed.put(change.target().namespace(), change);
      }
    }
  }

  /** What speaks against "nobody names it" in this namespace, in words; empty when nothing does. */
  List<String> notLooked(String namespace) {
    List<String> not = new ArrayList<>();
    if (!missing.isEmpty()) {
      not.add("the snapshot holds no " + String.join(", ", missing));
    }
    NavigableSet<String> beyond = new TreeSet<>();
    NavigableSet<String> cut = new TreeSet<>();
    Stream.concat(NEEDED.stream(), MAY_BE_NONE.keySet().stream())
        .filter(this::has)
        .forEach(
            kind -> {
              List<Snapshot> with =
                  snapshots.stream().filter(s -> s.kinds().contains(kind)).toList();
              if (with.stream().noneMatch(s -> s.reach().covers(kind, namespace))) {
                beyond.add(kind);
              } else if (with.stream().allMatch(s -> s.reach().cut().contains(kind))) {
                cut.add(kind);
              }
            });
    if (!beyond.isEmpty()) {
      not.add("the snapshot lists no " + String.join(", ", beyond) + " of namespace " + namespace);
    }
    if (!cut.isEmpty()) {
      not.add("the list of " + String.join(", ", cut) + " ends early");
    }
    if (!damaged.isEmpty()) {
      not.add("parts of the snapshot could not be read (" + damaged.get(0) + ")");
    }
    Optional.ofNullable(changed.get(namespace))
        .ifPresent(
            c ->
                not.add(
                    c.target().resource()
                        + "/"
                        + c.target().name()
                        + " was made or changed after the snapshot, at "
                        + c.at()));
    return not;
  }

  /** Kinds of controllers that the snapshot lists none of, though one may rest on that. */
  NavigableSet<String> unlisted() {
    NavigableSet<String> unlisted = new TreeSet<>();
    Stream.concat(MAY_BE_NONE.keySet().stream(), OTHERS.stream())
        .filter(k -> !has(k))
        .forEach(unlisted::add);
    return unlisted;
  }

  long pods() {
    return newest("pods").map(s -> s.pods().size()).orElse(0);
  }

  long controllers() {
    return snapshots.get(snapshots.size() - 1).workloads().size();
  }

  long accounts() {
    return newest("serviceaccounts").map(s -> s.accounts().size()).orElse(0);
  }

  private Optional<Snapshot> newest(String kind) {
    return snapshots.stream().filter(s -> s.kinds().contains(kind)).reduce((older, newer) -> newer);
  }
}
