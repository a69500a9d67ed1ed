package io.tokentrail.model;

/**
 * The causes that a finding may name. One class, one page and one fixture folder each, named alike
 * in camel case.
 */
public enum CauseCode {
  AUDIENCE_MISMATCH(true),
  ROTATION_STALL(true),
  TOKEN_NOT_RELOADED(true),
  LEGACY_SECRET_MISSING(true),
  LEGACY_TOKEN_INVALIDATED(true),
  BOUND_OBJECT_GONE(true),
  SIGNING_KEY_CHANGED(true),
  CLOCK_SKEW(true),
  CSI_TOKEN_REQUEST_DENIED(true),
  TOKEN_REQUEST_STORM(true),
  CONTROL_PLANE_DEGRADED(true),
  CLIENT_CERT_REJECTED(true),
  PROXIED_401(true),
  NO_CREDENTIALS(true),
  UNKNOWN_TOKEN(true),
  PROVIDER_DEFAULT_SECRET(true),
  UNEXPLAINED(true),
  STALE_LEGACY_TOKEN(false),
  LEGACY_TOKEN_IN_USE(false),
  LEGACY_TOKEN_GROWTH(false),
  STALE_TOKEN_USE(false),
  LONG_LIVED_TOKEN(false),
  SHORT_EXPIRATION(false),
  UNUSED_AUTOMOUNT(false),
  TOKEN_FILE_TOO_OPEN(false),
  CLEANER_INACTIVE(false),
  TOKEN_IN_LOG(false),
  TOKEN_USED_ELSEWHERE(false),
  TOKEN_USED_BY_PERSON(false),
  DEFAULT_ACCOUNT_USED(false),
  LOG_GAP(false),
  SHARED_ACCOUNT(false);

  private final boolean failure;

  CauseCode(boolean failure) {
    this.failure = failure;
  }

  /** Whether it explains 401s or broken mounts; the others are hygiene and need no failure. */
  public boolean failure() {
    return failure;
  }
}
