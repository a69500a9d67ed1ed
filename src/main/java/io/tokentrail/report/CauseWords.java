package io.tokentrail.report;

import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;

/** Each cause in plain words, for those who do not know the codes. */
public final class CauseWords {

  private CauseWords() {}

  /** What happened, as the beginning of a sentence that goes on with its subject. */
  public static String title(CauseCode cause) {
    return switch (cause) {
      case AUDIENCE_MISMATCH -> "Token made for another audience";
      case ROTATION_STALL -> "Token rotation stopped";
      case TOKEN_NOT_RELOADED -> "Renewed token never read again";
      case LEGACY_SECRET_MISSING -> "Token Secret gone while in use";
      case LEGACY_TOKEN_INVALIDATED -> "Invalidated token still in use";
      case BOUND_OBJECT_GONE -> "Token outlived what it was bound to";
      case SIGNING_KEY_CHANGED -> "Tokens signed with a key no longer accepted";
      case CLOCK_SKEW -> "Clock off, valid tokens refused";
      case CSI_TOKEN_REQUEST_DENIED -> "CSI driver refused its tokens";
      case TOKEN_REQUEST_STORM -> "Storm of token requests";
      case CONTROL_PLANE_DEGRADED -> "API server too slow or failing";
      case CLIENT_CERT_REJECTED -> "Client certificate refused";
      case PROXIED_401 -> "Backend behind the API server answers 401";
      case NO_CREDENTIALS -> "Requests without credentials";
      case UNKNOWN_TOKEN -> "Tokens that nobody here issued";
      case PROVIDER_DEFAULT_SECRET -> "Tooling waits for a token Secret that is no longer made";
      case UNEXPLAINED -> "Refused requests without an explanation";
      case STALE_LEGACY_TOKEN -> "Never-expiring token that nobody uses";
      case LEGACY_TOKEN_IN_USE -> "Never-expiring token in use";
      case LEGACY_TOKEN_GROWTH -> "Never-expiring tokens grow in number";
      case STALE_TOKEN_USE -> "Token used past its renewal";
      case LONG_LIVED_TOKEN -> "Token that lives too long";
      case SHORT_EXPIRATION -> "Token lifetime too short to renew in time";
      case UNUSED_AUTOMOUNT -> "Token mounted and never used";
      case TOKEN_FILE_TOO_OPEN -> "Token file readable by too many";
      case CLEANER_INACTIVE -> "Cleaner of old tokens does not run";
      case TOKEN_IN_LOG -> "Usable token in the log";
      case TOKEN_USED_ELSEWHERE -> "Pod's token used from elsewhere";
      case TOKEN_USED_BY_PERSON -> "Workload's token used by a person";
      case DEFAULT_ACCOUNT_USED -> "Default account makes requests";
      case LOG_GAP -> "Log has gaps";
      case SHARED_ACCOUNT -> "One account shared by many workloads";
    };
  }

  /** How sure the cause is; of what nobody explains there is nothing to be sure of. */
  public static String confidence(Diagnosis diagnosis) {
    return diagnosis.cause() == CauseCode.UNEXPLAINED
        ? ""
        : Words.confidence(diagnosis.confidence());
  }

  /** Whether its 401s are no failing token at all: somebody else's answer, or no token shown. */
  public static boolean noTokenFailure(CauseCode cause) {
    return cause == CauseCode.PROXIED_401 || cause == CauseCode.NO_CREDENTIALS;
  }
}
