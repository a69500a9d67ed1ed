package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Verdict;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /**
   * Examines a case for all of them, side by side; what no other explains is left to {@link
   * Unexplained}.
   */
  public static Map<CauseCode, Verdict> examine(Case subject) {
    List<Refusal> refusals = Refusals.of(subject);
    Map<CauseCode, Verdict> verdicts = new TreeMap<>();
    Set<Failure> explained = new HashSet<>();
    List<Cause> others = ALL.stream().filter(c -> c.code() != CauseCode.UNEXPLAINED).toList();
    List<Verdict> found =
        others.parallelStream().map(cause -> cause.examine(subject, refusals)).toList();
    for (int i = 0; i < found.size(); i++) {
      verdicts.put(others.get(i).code(), found.get(i));
      if (found.get(i) instanceof Verdict.Found some) {
        some.diagnoses().forEach(d -> d.explains().forEach(one -> explained.add(one.failure())));
      }
    }
    List<Refusal> left =
        refusals.stream().filter(r -> !explained.contains(r.attributed().failure())).toList();
    verdicts.put(CauseCode.UNEXPLAINED, new Unexplained().examine(subject, left));
    return Collections.unmodifiableMap(verdicts);
  }
}
