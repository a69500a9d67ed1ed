package io.tokentrail.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * All accepted requests of one client under one identity and credential, counted together: the
 * log's plain lines, folded. Bounded by senders and tokens, never by events.
 *
 * @param client address and agent
 * @param username who the API server said it was; {@code system:anonymous} for requests without
 *     credentials
 * @param podName bound pod of its token ({@code user.extra}), else empty
 * @param podUid its UID
 * @param nodeName node of that pod (1.30 and later), else empty
 * @param credentialId the token's {@code jti} without {@code JTI=} (1.30 and later), else empty;
 *     certificates' {@code X509SHA256=} ids are left out
 * @param legacySecret for a Secret-based token: the Secret's name where an annotation tells it
 *     (1.29 and later)
 * @param requests distinct requests, not stages
 * @param legacyRequests how many of them used a Secret-based token ({@code legacy-token}
 *     annotation)
 * @param staleRequests how many used an extended token past its warning threshold ({@code
 *     stale-token} annotation)
 * @param forbiddenRequests how many were answered 403
 * @param firstAt the first one's arrival
 * @param lastAt the last one's arrival
 * @param warnAfter the warning threshold that the stale-token annotations tell (arrival minus
 *     seconds), the earliest one; {@link Instant#EPOCH} when none did
 * @param lastStaleAt the last stale request's arrival; {@link Instant#EPOCH} when there was none
 * @param firstPlace where the first one stands
 * @param lastPlace where the last one stands
 * @param asked what service accounts asked for and how often, at most {@link #MOST_ASKED} things,
 *     chosen by their hash and so without regard to order; fewer are all
 */
public record Use(
    Client client,
    String username,
    String podName,
    String podUid,
    String nodeName,
    String credentialId,
    String legacySecret,
    long requests,
    long legacyRequests,
    long staleRequests,
    long forbiddenRequests,
    Instant firstAt,
    Instant lastAt,
    Instant warnAfter,
    Instant lastStaleAt,
    Place firstPlace,
    Place lastPlace,
    List<Asked> asked)
    implements Comparable<Use>, Serializable {

  /** Of a client that asks for more different things than this, only so many are told. */
  public static final int MOST_ASKED = 16;

  private static final Comparator<Use> ORDER =
      Comparator.comparing(Use::username)
          .thenComparing(Use::client)
          .thenComparing(Use::podName)
          .thenComparing(Use::podUid)
          .thenComparing(Use::nodeName)
          .thenComparing(Use::credentialId)
          .thenComparing(Use::legacySecret);

  public Use {
    asked = List.copyOf(asked);
    if (requests < 0 || lastAt.isBefore(firstAt)) {
      throw new IllegalArgumentException("a use has a count and does not end before it starts");
    }
  }

  /** Whether {@link #asked} holds everything that was asked for. */
  public boolean askedAll() {
    return asked.size() < MOST_ASKED;
  }

  @Override
  public int compareTo(Use other) {
    return ORDER.compare(this, other);
  }
}
