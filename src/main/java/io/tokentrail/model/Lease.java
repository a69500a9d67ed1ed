package io.tokentrail.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A Lease: a node's heartbeat (namespace {@code kube-node-lease}) or a leader election.
 *
 * @param namespace its namespace
 * @param name its name
 * @param holder {@code spec.holderIdentity}
 * @param renewedAt {@code spec.renewTime}
 * @param place where it stands
 */
public record Lease(
    String namespace, String name, String holder, Optional<Instant> renewedAt, Place place) {}
