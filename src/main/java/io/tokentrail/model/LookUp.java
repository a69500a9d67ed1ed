package io.tokentrail.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/**
 * The authenticator's own {@code get} (user {@code system:apiserver}, loopback) of an object that
 * was not there: 404. It stands milliseconds before each 401 of a token whose account, Secret or
 * pod is gone.
 *
 * @param auditId the event's id
 * @param receivedAt when it began
 * @param at when it was answered
 * @param target {@code serviceaccounts}, {@code secrets}, {@code pods} or {@code nodes}, and which
 * @param source the stream of audit files it stands in
 * @param place where it stands
 */
public record LookUp(
    String auditId, Instant receivedAt, Instant at, Target target, String source, Place place)
    implements Comparable<LookUp>, Serializable {

  private static final Comparator<LookUp> ORDER =
      Comparator.comparing(LookUp::at).thenComparing(LookUp::auditId).thenComparing(LookUp::source);

  @Override
  public int compareTo(LookUp other) {
    return ORDER.compare(this, other);
  }
}
