package io.tokentrail.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/**
 * A whole service-account token that stands in the input where none belongs: its claims and where
 * it was seen, never the token.
 *
 * @param holder what it stood in, without names of objects: {@code tokenreviews
 *     requestObject.spec.token}, {@code requestURI}, {@code kubelet log}
 * @param subject claim {@code sub}
 * @param issuer claim {@code iss}
 * @param credentialId claim {@code jti}, empty without
 * @param expiresAtSecond claim {@code exp}, seconds since 1970; 0 for one that never expires
 * @param digest first 12 hex digits of the SHA-256 of the signature: tells tokens apart
 * @param client who sent the first request that held it; no address and agent in other logs
 * @param times how often it was seen
 * @param firstAt the first time
 * @param lastAt the last time
 * @param place where the first one stands
 */
public record ExposedToken(
    String holder,
    String subject,
    String issuer,
    String credentialId,
    long expiresAtSecond,
    String digest,
    Client client,
    long times,
    Instant firstAt,
    Instant lastAt,
    Place place)
    implements Comparable<ExposedToken>, Serializable {

  private static final Comparator<ExposedToken> ORDER =
      Comparator.comparing(ExposedToken::holder)
          .thenComparing(ExposedToken::subject)
          .thenComparing(ExposedToken::firstAt)
          .thenComparing(ExposedToken::digest)
          .thenComparing(ExposedToken::place);

  public ExposedToken {
    if (times <= 0 || lastAt.isBefore(firstAt)) {
      throw new IllegalArgumentException("an exposed token was seen, and not last before first");
    }
  }

  /** Whether it still worked at a time; one without an end always does. */
  public boolean livesAt(Instant time) {
    return expiresAtSecond == 0 || Instant.ofEpochSecond(expiresAtSecond).isAfter(time);
  }

  @Override
  public int compareTo(ExposedToken other) {
    return ORDER.compare(this, other);
  }
}
