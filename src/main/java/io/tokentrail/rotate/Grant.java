package io.tokentrail.rotate;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.TokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A token that was granted, as far as its request tells.
 *
 * @param account whose token
 * @param requester who asked
 * @param node the node whose kubelet asked, empty for others
 * @param grantedAt when it was granted
 * @param issuedAt the token's {@code iat}: whole seconds
 * @param told whether the request's body was logged, so that audience, lifetime and pod are certain
 * @param audience requested audience, empty for the API server's own or when not told
 * @param ttl requested lifetime, where told
 * @param pod bound pod, empty when not told
 * @param podUid its UID
 * @param credentialId {@code jti}
 * @param accepted whether the API server itself accepted it, so that it has its audience
 * @param evidence where it stands
 */
record Grant(
    Account account,
    String requester,
    String node,
    Instant grantedAt,
    Instant issuedAt,
    boolean told,
    String audience,
    Optional<Duration> ttl,
    String pod,
    String podUid,
    String credentialId,
    boolean accepted,
    Evidence evidence) {

  static Grant of(TokenRequest request) {
    return new Grant(
        request.account(),
        request.requester(),
        request.node(),
        request.answeredAt(),
        issued(request),
        request.bodyLogged(),
        String.join(";", request.audiences().stream().sorted().toList()),
        ttl(request),
        request.podName(),
        request.podUid(),
        request.credentialId(),
        false,
        Evidence.at(request.place(), "token granted"));
  }

  private static Optional<Duration> ttl(TokenRequest request) {
    return request.ttl().filter(t -> t.compareTo(Rotation.LONGEST_TTL) <= 0);
  }

  /**
   * The token's issue time: what the answer says of its end minus the requested lifetime, else the
   * second in which it was granted ({@code iat} has whole seconds).
   */
  private static Instant issued(TokenRequest request) {
    Instant second = request.answeredAt().truncatedTo(ChronoUnit.SECONDS);
    if (request.expiration().isEmpty() || ttl(request).isEmpty()) {
      return second;
    }
    try {
      Instant issued = Instant.parse(request.expiration()).minus(ttl(request).get());
      // a server with --service-account-max-token-expiration shortens what was asked for
      boolean plausible = Duration.between(issued, second).abs().toSeconds() <= 120;
      return plausible ? issued : second;
    } catch (DateTimeParseException e) {
      return second;
    }
  }

  Grant withPod(String name, String uid) {
    return with(node, audience, ttl, name, uid, accepted);
  }

  Grant withNode(String name) {
    return with(name, audience, ttl, pod, podUid, accepted);
  }

  Grant asAccepted() {
    return with(node, audience, ttl, pod, podUid, true);
  }

  Grant withAudience(String name) {
    return with(node, name, ttl, pod, podUid, accepted);
  }

  Grant withTtl(Duration lifetime) {
    return with(node, audience, Optional.of(lifetime), pod, podUid, accepted);
  }

  /** The same grant with what is learnt of it later. */
  private Grant with(
      String itsNode,
      String itsAudience,
      Optional<Duration> itsTtl,
      String itsPod,
      String itsPodUid,
      boolean nowAccepted) {
    return new Grant(
        account,
        requester,
        itsNode,
        grantedAt,
        issuedAt,
        told,
        itsAudience,
        itsTtl,
        itsPod,
        itsPodUid,
        credentialId,
        nowAccepted,
        evidence);
  }
}
