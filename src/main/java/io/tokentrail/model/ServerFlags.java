package io.tokentrail.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the static pods of the control plane reveal of its flags; empty on managed clusters.
 *
 * @param issuers {@code --service-account-issuer}, the signing one first
 * @param apiAudiences {@code --api-audiences}; the issuers when unset
 * @param extendExpiration {@code --service-account-extend-token-expiration}
 * @param maxExpiration {@code --service-account-max-token-expiration}
 * @param anonymousAuth {@code --anonymous-auth}
 * @param cleanUpPeriod {@code --legacy-service-account-token-clean-up-period} of the controller
 *     manager
 */
public record ServerFlags(
    List<String> issuers,
    List<String> apiAudiences,
    Optional<Boolean> extendExpiration,
    Optional<Duration> maxExpiration,
    Optional<Boolean> anonymousAuth,
    Optional<Duration> cleanUpPeriod) {

  /** {@code --legacy-service-account-token-clean-up-period} unless set (KEP-2799). */
  public static final Duration CLEAN_UP_PERIOD = Duration.ofDays(365);

  /** Nothing known. */
  public static final ServerFlags UNKNOWN =
      new ServerFlags(
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public ServerFlags {
    issuers = List.copyOf(issuers);
    apiAudiences = List.copyOf(apiAudiences);
  }
}
