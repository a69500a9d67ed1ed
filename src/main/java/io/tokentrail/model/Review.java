package io.tokentrail.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * One answered TokenReview. Its HTTP status is 201 also when the token was refused; the outcome is
 * known only where the bodies are logged.
 *
 * @param auditId the event's id
 * @param at when it was answered
 * @param client the reviewer's address and agent
 * @param reviewer the reviewer's user name, not the token's
 * @param audiences {@code spec.audiences}; empty for the API server's own
 * @param authenticated whether the token was accepted; false where the outcome was not logged
 * @param subject user name of the token's owner: of an accepted review, or read from the reviewed
 *     token's claims
 * @param credentialId the reviewed token's {@code jti} where its claims were in the log
 * @param error {@code status.error}, empty when accepted or not logged
 * @param source the stream of audit files it stands in
 * @param place where it stands
 */
public record Review(
    String auditId,
    Instant at,
    Client client,
    String reviewer,
    List<String> audiences,
    boolean authenticated,
    String subject,
    String credentialId,
    String error,
    String source,
    Place place)
    implements Comparable<Review>, Serializable {

  private static final Comparator<Review> ORDER =
      Comparator.comparing(Review::at).thenComparing(Review::auditId).thenComparing(Review::source);

  public Review {
    audiences = List.copyOf(audiences);
  }

  @Override
  public int compareTo(Review other) {
    return ORDER.compare(this, other);
  }
}
