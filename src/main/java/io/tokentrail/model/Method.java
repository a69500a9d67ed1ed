package io.tokentrail.model;

import java.util.Locale;

/** How the sender of a 401 was found. Codes of failures.csv. */
public enum Method {
  /** A proxied 401 has its user. */
  NAMED,
  /** A credential id, the server log or the agent string names it. */
  CREDENTIAL,
  /** The authenticator's own 404 look-up just before. */
  LOOKUP,
  /** The address was a pod's at that time. */
  POD_IP,
  /** The same address and agent authenticated as this account before or after. */
  SAME_CLIENT,
  /** Its mix of requests. */
  FINGERPRINT,
  /** A TokenReview named it. */
  TOKEN_REVIEW,
  NONE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
