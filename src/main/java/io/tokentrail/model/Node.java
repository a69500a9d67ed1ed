package io.tokentrail.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A node as one snapshot shows it.
 *
 * @param name its name
 * @param uid its UID
 * @param createdAt creation
 * @param addresses {@code status.addresses} that are IP addresses
 * @param kubeletVersion as in {@code v1.34.4}
 * @param conditions its conditions
 * @param place where it stands
 */
public record Node(
    String name,
    String uid,
    Optional<Instant> createdAt,
    List<String> addresses,
    String kubeletVersion,
    List<Condition> conditions,
    Place place) {

  public Node {
    addresses = List.copyOf(addresses);
    conditions = List.copyOf(conditions);
  }

  /**
   * A node condition.
   *
   * @param type {@code Ready DiskPressure MemoryPressure PIDPressure}
   * @param status {@code True False Unknown}
   * @param reason its reason
   * @param changedAt last transition
   * @param heartbeatAt last heartbeat
   */
  public record Condition(
      String type,
      String status,
      String reason,
      Optional<Instant> changedAt,
      Optional<Instant> heartbeatAt) {}
}
