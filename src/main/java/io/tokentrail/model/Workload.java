package io.tokentrail.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A controller with a pod template: Deployment, ReplicaSet, StatefulSet, DaemonSet,
 * ReplicationController, Job, CronJob.
 *
 * @param ref which one
 * @param uid its UID
 * @param createdAt creation
 * @param replicas wanted replicas; 1 where the kind has none; 0 for a suspended CronJob
 * @param template what its pods' spec says about credentials
 * @param place where it stands
 */
public record Workload(
    ObjectRef ref,
    String uid,
    Optional<Instant> createdAt,
    long replicas,
    PodSpec template,
    Place place) {}
