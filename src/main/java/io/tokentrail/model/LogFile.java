package io.tokentrail.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What one component log covers, also where none of its lines means anything here: silence needs a
 * witness.
 *
 * @param path as inputs.csv lists it
 * @param component {@code kube-apiserver}, {@code kubelet}, ...; empty when unknown
 * @param host the machine; empty when unknown
 * @param firstAt first stamp
 * @param lastAt last stamp
 */
public record LogFile(
    String path,
    String component,
    String host,
    Optional<Instant> firstAt,
    Optional<Instant> lastAt) {}
