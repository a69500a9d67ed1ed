package io.tokentrail.model;

import java.time.Duration;

/**
 * Limits that are a matter of an organisation's policy, not of how Kubernetes or a statistic works;
 * each has a key in {@code --config}.
 *
 * @param gap the shortest silence of an API server's log that counts as a gap
 * @param longLived a token that was asked for with a longer lifetime lives too long
 * @param shortLived up to this lifetime a token leaves the kubelet little slack
 * @param sharedBy from so many unrelated workloads on an account is shared
 */
public record Thresholds(Duration gap, Duration longLived, Duration shortLived, int sharedBy) {

  /** Five minutes, a day, a quarter of an hour, three. */
  public static final Thresholds DEFAULT =
      new Thresholds(LogCoverage.SHORTEST_GAP, Duration.ofHours(24), Duration.ofMinutes(15), 3);

  public Thresholds {
    if (gap.compareTo(Duration.ofMinutes(1)) < 0
        || longLived.isNegative()
        || shortLived.isNegative()
        || sharedBy < 2) {
      throw new IllegalArgumentException("a gap takes a minute or more, sharing takes two");
    }
  }
}
