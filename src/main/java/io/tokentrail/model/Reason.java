package io.tokentrail.model;

import java.util.Locale;

/**
 * Why the API server refused a credential, in its own words, normalised. Strings and versions: the
 * token authenticator's error texts of Kubernetes 1.20 to 1.36.
 */
public enum Reason {
  EXPIRED,
  NOT_YET_VALID,
  AUDIENCE,
  SIGNATURE,
  /** Bare {@code invalid bearer token}: no authenticator knew the token. */
  UNRECOGNISED,
  BOUND_OBJECT_GONE,
  SERVICE_ACCOUNT_GONE,
  UID_MISMATCH,
  SECRET_GONE,
  INVALIDATED,
  CERTIFICATE,
  /** A backend behind the API server answered 401. */
  PROXIED,
  OTHER,
  /** The input does not tell. */
  UNKNOWN;

  /** The code in failures.csv; empty when unknown. */
  public String code() {
    return this == UNKNOWN ? "" : name().toLowerCase(Locale.ROOT);
  }
}
