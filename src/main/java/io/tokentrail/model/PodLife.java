package io.tokentrail.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One pod over time, put together from every snapshot, its tokens' uses and the log of its
 * deletion: what ran where, and until when. A name that was used again with another UID is another
 * life.
 *
 * @param namespace its namespace
 * @param name its name
 * @param uid its UID, empty when only its name is known
 * @param account whose tokens it mounts
 * @param node its node, empty when unknown
 * @param ips its addresses where a snapshot tells; a node's for host-network pods
 * @param hostNetwork whether it shares its node's address
 * @param spec its spec, where a snapshot has it
 * @param createdAt creation, where known
 * @param firstProof the first time that it is known to have existed
 * @param lastProof the last time that it is known to have existed
 * @param finished whether its containers ended for good; then {@code lastProof} is before that
 * @param goneAt when it was removed, where the log tells; at the latest the first snapshot that
 *     lacks it
 */
public record PodLife(
    String namespace,
    String name,
    String uid,
    Optional<Account> account,
    String node,
    List<String> ips,
    boolean hostNetwork,
    Optional<PodSpec> spec,
    Optional<Instant> createdAt,
    Instant firstProof,
    Instant lastProof,
    boolean finished,
    Optional<Instant> goneAt)
    implements Comparable<PodLife>, Serializable {

  private static final Comparator<PodLife> ORDER =
      Comparator.comparing(PodLife::namespace)
          .thenComparing(PodLife::name)
          .thenComparing(PodLife::firstProof)
          .thenComparing(PodLife::uid);

  public PodLife {
    ips = List.copyOf(ips);
  }

  /** Whether it may have run then: created before and not known to be gone. */
  public boolean mayHaveRunAt(Instant time) {
    return !createdAt.orElse(Instant.MIN).isAfter(time)
        && !goneAt.orElse(Instant.MAX).isBefore(time);
  }

  /** Whether it is proved to have existed then. */
  public boolean ranAt(Instant time) {
    return !createdAt.orElse(firstProof).isAfter(time) && !lastProof.isBefore(time);
  }

  /** The same, not known to be removed. */
  public PodLife notGone() {
    return new PodLife(
        namespace,
        name,
        uid,
        account,
        node,
        ips,
        hostNetwork,
        spec,
        createdAt,
        firstProof,
        lastProof,
        finished,
        Optional.empty());
  }

  @Override
  public int compareTo(PodLife other) {
    return ORDER.compare(this, other);
  }
}
