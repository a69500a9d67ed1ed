package io.tokentrail.correlate;

import io.tokentrail.model.Interval;
import io.tokentrail.model.Lifetime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The times at which rotation could make 401s: from when a refresh is due until clients have read
 * the new token, and from expiry until its death has shown.
 */
final class Windows {

  /** A client re-reads its file within a minute or so (client-go: 50 s) of the refresh. */
  private static final Duration AFTER_REFRESH = Duration.ofSeconds(70);

  /** A token dies 60 to 70 s after its expiry; watches trail by minutes. */
  private static final Duration AFTER_EXPIRY = Duration.ofSeconds(200);

  private Windows() {}

  static List<Interval> of(List<Lifetime> lifetimes) {
    List<Interval> out = new ArrayList<>();
    for (Lifetime lifetime : lifetimes) {
      if (lifetime.refreshDue().isPresent() && lifetime.expiresAt().isPresent()) {
        refresh(lifetime, out);
        expiry(lifetime, out);
      }
    }
    return out;
  }

  private static void refresh(Lifetime lifetime, List<Interval> out) {
    Instant due = lifetime.refreshDue().orElseThrow();
    Instant end =
        lifetime
            .refreshedAt()
            .map(r -> r.plus(AFTER_REFRESH))
            .orElse(lifetime.expiresAt().orElseThrow());
    boolean early = lifetime.refreshedAt().filter(r -> r.isBefore(due)).isPresent();
    boolean ended = lifetime.status().filter(s -> s == Lifetime.Status.ENDED).isPresent();
    if (!early && !ended && end.isAfter(due)) {
      out.add(new Interval(due, end));
    }
  }

  private static void expiry(Lifetime lifetime, List<Interval> out) {
    Instant expiry = lifetime.expiresAt().orElseThrow();
    out.add(new Interval(expiry, expiry.plus(AFTER_EXPIRY)));
  }
}
