package io.tokentrail.model;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One answered {@code create serviceaccounts/token}: somebody, mostly a kubelet, asked for a token.
 *
 * @param auditId the event's id
 * @param receivedAt when the request came in
 * @param answeredAt when it was answered
 * @param client the caller's address and agent
 * @param requester the caller's user name; {@code system:node:NAME} for a kubelet
 * @param account whose token was asked for
 * @param code HTTP status: 201 when granted
 * @param message the status message of a refusal, else empty
 * @param credentialId the new token's {@code jti} (1.30 and later), without {@code JTI=}; else
 *     empty
 * @param bodyLogged whether the request body was in the log, so that audiences, lifetime and pod
 *     are told
 * @param audiences requested audiences; empty for the API server's own
 * @param ttlSeconds requested lifetime, 0 when not told
 * @param podName bound pod, empty when not told or unbound
 * @param podUid its UID
 * @param expiration {@code status.expirationTimestamp} of the answer (second precision), empty
 *     unless RequestResponse
 * @param source the stream of audit files it stands in
 * @param place where it stands
 */
public record TokenRequest(
    String auditId,
    Instant receivedAt,
    Instant answeredAt,
    Client client,
    String requester,
    Account account,
    int code,
    String message,
    String credentialId,
    boolean bodyLogged,
    List<String> audiences,
    long ttlSeconds,
    String podName,
    String podUid,
    String expiration,
    String source,
    Place place)
    implements Comparable<TokenRequest>, Serializable {

  /** What a kubelet's user name starts with. */
  public static final String NODE_PREFIX = "system:node:";

  private static final Comparator<TokenRequest> ORDER =
      Comparator.comparing(TokenRequest::receivedAt)
          .thenComparing(TokenRequest::auditId)
          .thenComparing(TokenRequest::account)
          .thenComparing(TokenRequest::source);

  public TokenRequest {
    audiences = List.copyOf(audiences);
  }

  public boolean granted() {
    return code == 201 || code == 200;
  }

  /** The node whose kubelet asked; empty for other callers. */
  public String node() {
    return requester.startsWith(NODE_PREFIX) ? requester.substring(NODE_PREFIX.length()) : "";
  }

  /** The requested lifetime, where the log tells it. */
  public Optional<Duration> ttl() {
    return ttlSeconds > 0 ? Optional.of(Duration.ofSeconds(ttlSeconds)) : Optional.empty();
  }

  @Override
  public int compareTo(TokenRequest other) {
    return ORDER.compare(this, other);
  }
}
