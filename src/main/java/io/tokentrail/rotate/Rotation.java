package io.tokentrail.rotate;

import io.tokentrail.model.Lifetime;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules of rotation. Kubelet asks for the next token at 80 % of the lifetime or after 24 hours,
 * whichever comes first, looking at each pod sync, every 60 to 90 s (token_manager.go,
 * pod_workers.go).
 */
public final class Rotation {

  /** A refresh within this time of being due is never late: pod syncs alone cost up to 100 s. */
  static final Duration SYNC_SLACK = Duration.ofMinutes(2);

  /** Kubelet draws up to this much off the due time (token_manager.go: maxJitter). */
  static final Duration JITTER = Duration.ofSeconds(10);

  /** The API server grants no longer lifetime: 2^32 s (token.go). What says more is no lifetime. */
  static final Duration LONGEST_TTL = Duration.ofSeconds(1L << 32);

  private Rotation() {}

  /** How old a token is when kubelet should ask for the next. */
  public static Duration dueAge(Duration ttl) {
    return TokenSource.refreshAge(ttl);
  }

  /** Whether a request comes when kubelet should refresh a token that was issued then. */
  static boolean due(Instant issuedAt, Duration ttl, Grant request) {
    Instant due = issuedAt.plus(dueAge(ttl));
    return !request.grantedAt().isBefore(due.minus(JITTER))
        && !request.grantedAt().isAfter(due.plus(SYNC_SLACK));
  }

  /**
   * How a token's refresh went.
   *
   * @param issuedAt its issue
   * @param ttl its requested lifetime
   * @param next when the next one was granted
   * @param pod the pod it is for, where known
   * @param inputEnd where the audit log ends
   * @param bound whether a kubelet keeps it for a pod; others renew when they please
   */
  static Lifetime.Status status(
      Instant issuedAt,
      Duration ttl,
      Optional<Instant> next,
      Optional<PodLife> pod,
      Instant inputEnd,
      boolean bound) {
    Instant due = issuedAt.plus(dueAge(ttl));
    Instant expiry = issuedAt.plus(ttl);
    if (next.isPresent() && !next.get().isAfter(expiry)) {
      Duration tenth = ttl.dividedBy(10);
      Instant latest = due.plus(tenth.compareTo(SYNC_SLACK) > 0 ? tenth : SYNC_SLACK);
      return next.get().isAfter(latest) ? Lifetime.Status.LATE : Lifetime.Status.ON_TIME;
    }
    if (next.isPresent()) {
      return bound ? Lifetime.Status.MISSED : Lifetime.Status.ENDED;
    }
    boolean goneBefore =
        pod.isPresent()
            && pod.get().goneAt().isPresent()
            && (pod.get().goneAt().get().isBefore(expiry)
                || pod.get().lastProof().isBefore(expiry));
    if (goneBefore) {
      return Lifetime.Status.ENDED;
    }
    if (inputEnd.isBefore(expiry)) {
      return Lifetime.Status.OPEN;
    }
    boolean ranOn = bound && (pod.isEmpty() || !pod.get().lastProof().isBefore(expiry));
    return ranOn ? Lifetime.Status.MISSED : Lifetime.Status.ENDED;
  }
}
