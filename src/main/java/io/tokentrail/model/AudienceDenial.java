package io.tokentrail.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NodeRestriction refuses a kubelet a token of an audience that nothing of the pod lists (1.32.0,
 * and 1.33 on; noderestriction/admission.go). Tokens of other audiences are granted meanwhile.
 *
 * @param account name of the service account, without its namespace
 * @param audience what was asked for
 */
public record AudienceDenial(String account, String audience) {

  /** The plugin's words in the audit log, the kubelet's log and FailedMount events. */
  private static final Pattern WORDS =
      Pattern.compile(
          "serviceaccounts \"([^\"]+)\" is forbidden: (?:error validating )?audience \"([^\"]*)\"");

  /** What a message tells of one; a policy of the cluster's own may speak of audiences as well. */
  public static Optional<AudienceDenial> in(String message) {
    Matcher matcher = WORDS.matcher(message);
    return matcher.find()
        ? Optional.of(new AudienceDenial(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** Whether a refusal with this message leaves the next token of a lifetime to be had. */
  static boolean spares(String message, Lifetime lifetime) {
    return in(message).filter(d -> !d.audience().equals(lifetime.audience())).isPresent();
  }
}
