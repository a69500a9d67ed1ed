package io.tokentrail.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A Kubernetes Event object (not an audit event): {@code FailedMount} and the like.
 *
 * @param about what it is about
 * @param reason its reason
 * @param message its message
 * @param count how often it happened
 * @param firstAt first time
 * @param lastAt last time
 * @param place where it stands
 */
public record ClusterEvent(
    ObjectRef about,
    String reason,
    String message,
    long count,
    Optional<Instant> firstAt,
    Optional<Instant> lastAt,
    Place place) {}
