package io.tokentrail.ingest.snapshot;

import io.tokentrail.model.AccountObject;
import io.tokentrail.model.ClusterEvent;
import io.tokentrail.model.CsiDriver;
import io.tokentrail.model.Lease;
import io.tokentrail.model.Node;
import io.tokentrail.model.Pod;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Workload;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one file holds of a snapshot; filled while the file is read. */
public final class SnapshotPart {

  final String path;
  final SortedSet<String> kinds = new TreeSet<>();
  final List<Pod> pods = new ArrayList<>();
  final List<AccountObject> accounts = new ArrayList<>();
  final List<TokenSecret> tokenSecrets = new ArrayList<>();
  final SortedSet<String> secretNames = new TreeSet<>();
  final List<Node> nodes = new ArrayList<>();
  final List<Workload> workloads = new ArrayList<>();
  final List<ClusterEvent> events = new ArrayList<>();
  final List<CsiDriver> csiDrivers = new ArrayList<>();
  final List<Lease> leases = new ArrayList<>();

  /** Command lines of control-plane pods by pod name. */
  final NavigableMap<String, List<String>> commands = new TreeMap<>();

  /** Whether it is a list, not single objects. */
  boolean list;

  /** Namespaces of its objects; cluster-scoped ones have none. */
  final SortedSet<String> namespaces = new TreeSet<>();

  /** Kinds of which its list ended early. */
  final SortedSet<String> cut = new TreeSet<>();

  /** Kinds that its objects name as their owner, or speak of in Events. */
  final SortedSet<String> named = new TreeSet<>();

  Optional<LocalDate> trackingSince = Optional.empty();
  String serverVersion = "";

  /** Whether this is a {@code version.json} or the collector's stamp: it marks its folder. */
  boolean anchor;

  /** The collector's own stamp. */
  Optional<Instant> collectedAt = Optional.empty();

  /** The time that the user gave. */
  Optional<Instant> asOf = Optional.empty();

  /** The newest time inside. */
  Optional<Instant> newest = Optional.empty();

  SnapshotPart(String path) {
    this.path = path;
  }

  void seen(Optional<Instant> at) {
    if (at.isPresent() && (newest.isEmpty() || at.get().isAfter(newest.get()))) {
      newest = at;
    }
  }

  /** Names of its objects, to see whether two files show the same cluster twice. */
  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    pods.forEach(p -> keys.add("Pod/" + p.namespace() + "/" + p.name()));
    accounts.forEach(a -> keys.add("ServiceAccount/" + a.account()));
    secretNames.forEach(s -> keys.add("Secret/" + s));
    nodes.forEach(n -> keys.add("Node/" + n.name()));
    workloads.forEach(w -> keys.add(w.ref().toString()));
    return keys;
  }
}
