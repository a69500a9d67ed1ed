package io.tokentrail.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The claims of a service-account JWT. The signature is not in here: of it only a SHA-256 prefix,
 * to tell tokens apart.
 *
 * @param kind legacy (Secret-based, never expires) or bound (TokenRequest)
 * @param algorithm header {@code alg}
 * @param keyId header {@code kid}, empty without
 * @param issuer claim {@code iss}
 * @param subject claim {@code sub}
 * @param account the account of {@code sub}, when it is a service account's
 * @param accountUid the account's UID at issue
 * @param audiences claim {@code aud}; empty for legacy tokens
 * @param issuedAtSecond claim {@code iat}, seconds since 1970; 0 without
 * @param expiresAtSecond claim {@code exp}; 0 without
 * @param notBeforeSecond claim {@code nbf}; 0 without
 * @param warnAfterSecond claim {@code kubernetes.io.warnafter}; 0 unless extended
 * @param credentialId claim {@code jti}, empty without
 * @param podName bound pod
 * @param podUid its UID
 * @param nodeName node claim
 * @param secretName bound or legacy Secret
 * @param digest first 12 hex digits of the SHA-256 of the signature
 * @param signature whether one of the given keys verifies it
 * @param place where it stands
 */
public record Token(
    Kind kind,
    String algorithm,
    String keyId,
    String issuer,
    String subject,
    Optional<Account> account,
    String accountUid,
    List<String> audiences,
    long issuedAtSecond,
    long expiresAtSecond,
    long notBeforeSecond,
    long warnAfterSecond,
    String credentialId,
    String podName,
    String podUid,
    String nodeName,
    String secretName,
    String digest,
    Signature signature,
    Place place) {

  /**
   * Seconds by which the API server's clock may be off before {@code exp} and {@code nbf} count.
   */
  public static final long LEEWAY_SECONDS = 60;

  /** The lifetime of the injected default token, which the API server may extend to a year. */
  public static final long DEFAULT_TTL_SECONDS = 3607;

  /** How long an extended token really lives. */
  public static final long EXTENDED_TTL_SECONDS = 31_536_000;

  /** Which of the two families it is. */
  public enum Kind {
    /** From a Secret of type service-account-token. */
    LEGACY,
    /** From the TokenRequest API. */
    BOUND,
    /** A JWT that is no service-account token. */
    OTHER
  }

  /** What the given keys say of it. */
  public enum Signature {
    VALID,
    INVALID,
    /** No keys were given. */
    UNCHECKED
  }

  public Token {
    audiences = List.copyOf(audiences);
  }

  public boolean extended() {
    return warnAfterSecond > 0;
  }

  public Optional<Instant> issuedAt() {
    return issuedAtSecond > 0
        ? Optional.of(Instant.ofEpochSecond(issuedAtSecond))
        : Optional.empty();
  }

  public Optional<Instant> expiresAt() {
    return expiresAtSecond > 0
        ? Optional.of(Instant.ofEpochSecond(expiresAtSecond))
        : Optional.empty();
  }
}
