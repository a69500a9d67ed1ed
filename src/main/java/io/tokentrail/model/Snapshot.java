package io.tokentrail.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The cluster's objects at one time, from one or many files.
 *
 * @param at when it was taken: as given, else as stamped by the collector, else the newest time
 *     inside
 * @param kinds which kinds of objects it holds, plural lower case as in {@code kubectl get}:
 *     absence of a kind is not absence of objects
 * @param pods pods
 * @param accounts ServiceAccounts
 * @param tokenSecrets Secrets of type service-account-token
 * @param otherSecrets how many other Secrets there are
 * @param secretNames every Secret's {@code namespace/name}, of any type
 * @param nodes nodes
 * @param workloads controllers with a pod template
 * @param events Event objects
 * @param csiDrivers CSIDrivers
 * @param leases Leases
 * @param trackingSince {@code data.since} of the legacy-token tracking ConfigMap
 * @param serverVersion {@code gitVersion} of version.json, empty when not there
 * @param flags the control plane's flags
 * @param reach what of the cluster it covers
 */
public record Snapshot(
    Instant at,
    SortedSet<String> kinds,
    List<Pod> pods,
    List<AccountObject> accounts,
    List<TokenSecret> tokenSecrets,
    long otherSecrets,
    SortedSet<String> secretNames,
    List<Node> nodes,
    List<Workload> workloads,
    List<ClusterEvent> events,
    List<CsiDriver> csiDrivers,
    List<Lease> leases,
    Optional<LocalDate> trackingSince,
    String serverVersion,
    ServerFlags flags,
    Reach reach) {

  public Snapshot {
    kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    pods = List.copyOf(pods);
    accounts = List.copyOf(accounts);
    tokenSecrets = List.copyOf(tokenSecrets);
    secretNames = Collections.unmodifiableSortedSet(new TreeSet<>(secretNames));
    nodes = List.copyOf(nodes);
    workloads = List.copyOf(workloads);
    events = List.copyOf(events);
    csiDrivers = List.copyOf(csiDrivers);
    leases = List.copyOf(leases);
  }
}
