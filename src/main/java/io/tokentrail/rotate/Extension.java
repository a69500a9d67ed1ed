package io.tokentrail.rotate;

import io.tokentrail.model.Behaviour;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Release;
import io.tokentrail.model.ServerFlags;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Token;
import io.tokentrail.model.TokenSource;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the API server stretches injected tokens to a year ({@code
 * --service-account-extend-token-expiration}): pod-bound, for its own audience, of exactly 3607 s
 * (registry/core/serviceaccount/storage/token.go).
 */
final class Extension {

  private final Optional<Boolean> on;
  private final boolean anyAudience;

  Extension(Facts facts) {
    on = flag(facts).or(() -> seen(facts)).or(() -> usual(facts));
    anyAudience = !Behaviour.EXTENSION_FOR_OWN_AUDIENCE.of(facts).orElse(true);
  }

  /** What the platform does, where neither flags nor tokens tell. */
  private static Optional<Boolean> usual(Facts facts) {
    return Release.ofServer(facts)
        .filter(r -> r.platform().extensionOffSince().filter(m -> r.minor() >= m).isPresent())
        .filter(
            r ->
                Stream.concat(
                        facts.keys().issuers().stream(), facts.tokens().stream().map(Token::issuer))
                    .anyMatch(r.platform()::issues))
        .map(r -> false);
  }

  private static Optional<Boolean> flag(Facts facts) {
    Optional<Boolean> out = Optional.empty();
    for (Snapshot snapshot : facts.snapshots()) {
      ServerFlags flags = snapshot.flags();
      boolean cut =
          flags.maxExpiration().map(m -> m.toSeconds() < Token.DEFAULT_TTL_SECONDS).orElse(false);
      if (cut) {
        out = Optional.of(false);
      } else if (flags.extendExpiration().isPresent()) {
        out = flags.extendExpiration();
      }
    }
    return out;
  }

  private static Optional<Boolean> seen(Facts facts) {
    if (facts.audit().uses().stream().anyMatch(u -> u.staleRequests() > 0)
        || facts.tokens().stream().anyMatch(Token::extended)) {
      return Optional.of(true);
    }
    boolean plain =
        facts.tokens().stream()
            .anyMatch(
                t ->
                    t.kind() == Token.Kind.BOUND
                        && !t.podName().isEmpty()
                        && t.expiresAtSecond() - t.issuedAtSecond() == Token.DEFAULT_TTL_SECONDS);
    return plain ? Optional.of(false) : Optional.empty();
  }

  /** Whether a token like this lives a year; empty when the input does not tell. */
  Optional<Boolean> of(Optional<Duration> ttl, String audience, boolean podBound) {
    if (ttl.isEmpty()) {
      return Optional.empty();
    }
    boolean eligible =
        podBound
            && (audience.isEmpty() || anyAudience)
            && ttl.get().toSeconds() == Token.DEFAULT_TTL_SECONDS;
    return eligible ? on : Optional.of(false);
  }

  /** Whether a volume's tokens live a year. */
  Optional<Boolean> of(TokenSource source) {
    return of(Optional.of(source.ttl()), source.audience(), true);
  }
}
