package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every cause that is looked for. */
public final class Causes {

  /** One line a cause, in the order of their codes. */
  public static final List<Cause> ALL =
      List.of(
          new AudienceMismatch(),
          new RotationStall(),
          new TokenNotReloaded(),
          new LegacySecretMissing(),
          new LegacyTokenInvalidated(),
          new BoundObjectGone(),
          new SigningKeyChanged(),
          new ClockSkew(),
          new CsiTokenRequestDenied(),
          new TokenRequestStorm(),
          new ControlPlaneDegraded(),
          new ClientCertRejected(),
          new Proxied401(),
          new NoCredentials(),
          new UnknownToken(),
          new ProviderDefaultSecret(),
          new Unexplained(),
          new StaleLegacyToken(),
          new LegacyTokenInUse(),
          new LegacyTokenGrowth(),
          new StaleTokenUse(),
          new LongLivedToken(),
          new ShortExpiration(),
          new UnusedAutomount(),
          new TokenFileTooOpen(),
          new CleanerInactive(),
          new TokenInLog(),
          new TokenUsedElsewhere(),
          new TokenUsedByPerson(),
          new DefaultAccountUsed(),
          new LogGap(),
          new SharedAccount());

  private Causes() {}

  /** Examines a case for all of them; they know nothing of each other. */
  public static Map<CauseCode, Verdict> examine(Case subject) {
    List<Refusal> refusals = Refusals.of(subject);
    List<Verdict> verdicts =
        ALL.parallelStream().map(cause -> cause.examine(subject, refusals)).toList();
    Map<CauseCode, Verdict> byCode = new TreeMap<>();
    for (int i = 0; i < verdicts.size(); i++) {
      byCode.put(ALL.get(i).code(), verdicts.get(i));
    }
    return Collections.unmodifiableMap(byCode);
  }
}
