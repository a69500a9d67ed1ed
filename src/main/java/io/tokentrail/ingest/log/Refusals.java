package io.tokentrail.ingest.log;

import io.tokentrail.ingest.source.Masking;
import io.tokentrail.model.LogLine.Refused;
import io.tokentrail.model.Reason;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the error of a refused credential. Texts of the token authenticators of Kubernetes 1.20 to
 * 1.36 (jwt.go, claims.go, legacy.go, x509.go, oidc.go); they come alone or in an aggregate {@code
 * [invalid bearer token, ...]}, so each is sought as a part.
 */
final class Refusals {

  private static final Pattern UIDS =
      Pattern.compile("UID \\(([^)]*)\\) does not match[^(]*claim \\(([^)]*)\\)");

  private static final Pattern MARKED_INVALID =
      Pattern.compile(
          "the token in secret (\\S+?/\\S+) for service account (\\S+?/\\S+) has been marked invalid");

  private static final Pattern ACCOUNT_DELETED =
      Pattern.compile("(?i)service ?account (\\S+/\\S+?) has been deleted");

  private static final Pattern NOT_FOUND =
      Pattern.compile("(serviceaccounts|secrets|pods|nodes) \\\\*\"([^\"\\\\]+)\\\\*\" not found");

  /** A part of an error, lower case, and what it means. The first one that fits counts. */
  private record Rule(String part, Reason reason) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("has been marked invalid", Reason.INVALIDATED),
          new Rule("is invalid for the target audiences", Reason.AUDIENCE),
          new Rule("expected audience in", Reason.AUDIENCE),
          new Rule("unable to match the audience", Reason.AUDIENCE),
          new Rule("does not match claim", Reason.UID_MISMATCH),
          new Rule("ref claim (", Reason.UID_MISMATCH),
          new Rule("not valid yet", Reason.NOT_YET_VALID),
          new Rule("issued in the future", Reason.NOT_YET_VALID),
          new Rule("invalid signature, no keys found", Reason.SIGNATURE),
          new Rule("error in cryptographic primitive", Reason.SIGNATURE),
          new Rule("failed to verify signature", Reason.SIGNATURE),
          new Rule("token could not be validated", Reason.SIGNATURE),
          new Rule("does not match server's copy", Reason.SECRET_GONE),
          new Rule("service account token has been invalidated", Reason.BOUND_OBJECT_GONE),
          new Rule("token is bound to a node object but", Reason.BOUND_OBJECT_GONE),
          new Rule("service account token has expired", Reason.EXPIRED),
          new Rule("token has expired", Reason.EXPIRED),
          new Rule("token is expired", Reason.EXPIRED),
          new Rule("verifying certificate", Reason.CERTIFICATE),
          new Rule("x509:", Reason.CERTIFICATE));

  private Refusals() {}

  static Refused of(String error) {
    String lower = error.toLowerCase(Locale.ROOT);
    String account = "";
    String secret = "";
    String live = "";
    String claim = "";
    Matcher uids = UIDS.matcher(error);
    if (uids.find()) {
      live = uids.group(1);
      claim = uids.group(2);
    }
    Matcher marked = MARKED_INVALID.matcher(error);
    Matcher deleted = ACCOUNT_DELETED.matcher(error);
    Matcher missing = NOT_FOUND.matcher(error);
    Reason missingReason = Reason.UNKNOWN;
    if (marked.find()) {
      secret = marked.group(1);
      account = marked.group(2);
    } else if (deleted.find()) {
      account = deleted.group(1);
      missingReason = Reason.SERVICE_ACCOUNT_GONE;
    } else if (missing.find()) {
      switch (missing.group(1)) {
        case "serviceaccounts" -> {
          account = missing.group(2);
          missingReason = Reason.SERVICE_ACCOUNT_GONE;
        }
        case "secrets" -> {
          secret = missing.group(2);
          missingReason = Reason.SECRET_GONE;
        }
        default -> missingReason = Reason.BOUND_OBJECT_GONE;
      }
    }
    Reason reason = missingReason == Reason.UNKNOWN ? reason(error, lower) : missingReason;
    return new Refused(reason, Masking.of(error), account, secret, live, claim);
  }

  private static Reason reason(String error, String lower) {
    for (Rule rule : RULES) {
      if (lower.contains(rule.part)) {
        return rule.reason;
      }
    }
    // Capital T is the legacy path: its Secret is gone. The bound path says "service account
    // token".
    if (error.contains("Token has been invalidated")) {
      return Reason.SECRET_GONE;
    }
    String alone =
        lower.replaceAll("[\\[\\],\\s]+", " ").replace("invalid bearer token", "").strip();
    return alone.isEmpty() && lower.contains("invalid bearer token")
        ? Reason.UNRECOGNISED
        : Reason.OTHER;
  }
}
