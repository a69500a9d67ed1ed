package io.tokentrail.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pod as one snapshot shows it.
 *
 * @param namespace its namespace
 * @param name its name
 * @param uid its UID
 * @param node the node it runs on, empty while unscheduled
 * @param ips its addresses; the node's for host-network pods
 * @param hostIps its node's addresses
 * @param phase {@code Pending Running Succeeded Failed Unknown}
 * @param createdAt creation
 * @param startedAt {@code status.startTime}
 * @param deletionAt {@code metadata.deletionTimestamp}: request time plus grace
 * @param owner its controller, e.g. {@code ReplicaSet/web-5d}; empty without
 * @param spec what its spec says about credentials
 * @param place where it stands
 */
public record Pod(
    String namespace,
    String name,
    String uid,
    String node,
    List<String> ips,
    List<String> hostIps,
    String phase,
    Optional<Instant> createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> deletionAt,
    String owner,
    PodSpec spec,
    Place place) {

  public Pod {
    ips = List.copyOf(ips);
    hostIps = List.copyOf(hostIps);
  }

  public Account account() {
    return new Account(namespace, spec.serviceAccount());
  }

  /** Whether its containers have ended for good. */
  public boolean finished() {
    return phase.equals("Succeeded") || phase.equals("Failed");
  }
}
