package io.tokentrail.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * One request that was answered 401. Where the API server's own authenticator refused it, the event
 * names nobody ({@code user} is empty) and has stage ResponseStarted; where a backend behind the
 * API server did, it names the caller.
 *
 * @param auditId the event's id; clients may choose it
 * @param receivedAt when the request came in
 * @param answeredAt when the answer began (stage timestamp); equals {@code receivedAt} where the
 *     log has none
 * @param attempted the kinds of credentials that the event says were tried: {@code basic bearer
 *     access_token x509}; {@code none} alone when it says that there were none; empty when it says
 *     nothing, which is the rule
 * @param client address and agent
 * @param verb Kubernetes verb, or the lower-cased HTTP method of a non-resource request
 * @param requestUri path and query; {@code access_token} already masked
 * @param target what was asked for
 * @param user empty for a refusal of this API server; the caller's user name for a proxied 401
 * @param source the stream of audit files that it stands in (one API server's), as {@link
 *     AuditFile#source}
 * @param place where it stands
 */
public record Failure(
    String auditId,
    Instant receivedAt,
    Instant answeredAt,
    List<String> attempted,
    Client client,
    String verb,
    String requestUri,
    Target target,
    String user,
    String source,
    Place place)
    implements Comparable<Failure>, Serializable {

  private static final Comparator<Failure> ORDER =
      Comparator.comparing(Failure::receivedAt)
          .thenComparing(Failure::auditId)
          .thenComparing(Failure::requestUri)
          .thenComparing(Failure::verb)
          .thenComparing(Failure::source);

  public Failure {
    attempted = List.copyOf(attempted);
  }

  /** Whether a backend answered 401 to an authenticated caller. */
  public boolean proxied() {
    return !user.isEmpty();
  }

  /**
   * By id and time alone: hardly two 401s share both, and there may be millions to be looked up.
   */
  @Override
  public int hashCode() {
    return 31 * auditId.hashCode() + receivedAt.hashCode();
  }

  @Override
  public int compareTo(Failure other) {
    return ORDER.compare(this, other);
  }
}
