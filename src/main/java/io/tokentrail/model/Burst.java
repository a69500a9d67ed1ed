package io.tokentrail.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A burst of 401s of one sender; it ends after 300 s without one.
 *
 * @param id {@code S-xxxxxxxx}, from the sender and the start
 * @param account the sender where known
 * @param sourceIp the sender's address where the account is not known; empty else
 * @param start its first 401
 * @param end its last 401
 * @param failures its 401s, in time order
 * @param peakPerMinute most in one minute
 * @param baselinePerMinute the sender's usual rate
 * @param score robust z of the peak against the baseline
 * @param phase where it starts in the sender's rotation; empty when unknown
 */
public record Burst(
    String id,
    Optional<Account> account,
    String sourceIp,
    Instant start,
    Instant end,
    List<Attributed> failures,
    long peakPerMinute,
    double baselinePerMinute,
    double score,
    Optional<Phase> phase)
    implements Comparable<Burst> {

  private static final Comparator<Burst> ORDER =
      Comparator.comparing(Burst::start).thenComparing(Burst::id);

  /** Where in a rotation a burst starts. */
  public enum Phase {
    /** Within the minutes after a token of the sender expired. */
    EXPIRY,
    /** Between refresh-due and expiry. */
    REFRESH,
    /** Before refresh-due. */
    FRESH,
    /** The sender has no rotating token. */
    NONE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Burst {
    if (failures.isEmpty() || end.isBefore(start)) {
      throw new IllegalArgumentException("a burst has 401s and does not end before it starts");
    }
    failures = List.copyOf(failures);
  }

  @Override
  public int compareTo(Burst other) {
    return ORDER.compare(this, other);
  }
}
