package io.tokentrail.model;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One token's life: a row of rotation_windows.csv.
 *
 * @param account whose token
 * @param pod the pod it is bound to, empty when unknown or unbound
 * @param node the node that asked for it
 * @param audience requested audience, empty for the API server's own
 * @param ttl requested lifetime, empty when unknown; then due, expiry and status are empty too
 * @param source observed in the log, or predicted from a pod spec
 * @param issuedAt the token's {@code iat} where known, else when it was granted
 * @param refreshDue when kubelet should ask for the next: 80 % of the lifetime, at most 24 h
 * @param expiresAt {@code iat} + requested lifetime, for extended tokens too
 * @param refreshedAt when the next one was granted
 * @param status how that went; empty where the log cannot tell
 * @param credentialId {@code jti}, empty when unknown
 * @param extended whether the API server extended it to a year, where that is known
 * @param evidence where it stands
 */
public record Lifetime(
    Account account,
    String pod,
    String node,
    String audience,
    Optional<Duration> ttl,
    Source source,
    Instant issuedAt,
    Optional<Instant> refreshDue,
    Optional<Instant> expiresAt,
    Optional<Instant> refreshedAt,
    Optional<Status> status,
    String credentialId,
    Optional<Boolean> extended,
    List<Evidence> evidence)
    implements Comparable<Lifetime>, Serializable {

  private static final Comparator<Lifetime> ORDER =
      Comparator.comparing(Lifetime::account)
          .thenComparing(Lifetime::pod)
          .thenComparing(Lifetime::issuedAt)
          .thenComparing(Lifetime::audience)
          .thenComparing(Lifetime::node)
          .thenComparing(Lifetime::credentialId)
          .thenComparing(l -> l.ttl().orElse(Duration.ZERO))
          .thenComparing(Lifetime::source);

  /** Where it is known from. */
  public enum Source {
    OBSERVED,
    PREDICTED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How its refresh went. */
  public enum Status {
    ON_TIME,
    LATE,
    MISSED,
    ENDED,
    OPEN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Lifetime {
    if (ttl.isEmpty() && (refreshDue.isPresent() || expiresAt.isPresent() || status.isPresent())) {
      throw new IllegalArgumentException("due, expiry and status need a lifetime");
    }
    evidence = List.copyOf(evidence);
  }

  /**
   * Whether the API server refuses it after its expiry: an extended token lives on for a year.
   * Where that is not known, the default token's lifetime of 3607 s is taken to be extended.
   */
  public boolean mortal() {
    return !extended.orElseGet(
        () -> ttl.filter(t -> t.toSeconds() == Token.DEFAULT_TTL_SECONDS).isPresent());
  }

  /** The same, with its refresh unknown. */
  public Lifetime withoutOutcome() {
    return new Lifetime(
        account,
        pod,
        node,
        audience,
        ttl,
        source,
        issuedAt,
        refreshDue,
        expiresAt,
        Optional.empty(),
        Optional.empty(),
        credentialId,
        extended,
        evidence);
  }

  /** Whether it is open how its refresh went, though its holder is known: {@link UnseenGrants}. */
  public boolean outcomeUnseen() {
    return source == Source.OBSERVED && !pod.isEmpty() && ttl.isPresent() && status.isEmpty();
  }

  /** Seconds from due to refreshed, 0 when refreshed before; empty when either is unknown. */
  public Optional<Duration> delay() {
    return refreshDue.flatMap(
        due -> refreshedAt.map(at -> at.isBefore(due) ? Duration.ZERO : Duration.between(due, at)));
  }

  @Override
  public int compareTo(Lifetime other) {
    return ORDER.compare(this, other);
  }
}
