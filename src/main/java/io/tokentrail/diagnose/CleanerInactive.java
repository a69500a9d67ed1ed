package io.tokentrail.diagnose;

import io.tokentrail.model.Behaviour;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.ServerFlags;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Verdict;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Invalidated Secrets that stand long after the cleaner should have deleted them: it deletes a
 * period after the label (a year by default), unless somebody tried the token in between.
 */
final class CleanerInactive implements Cause {

  /** It runs each day and at each start of the controller manager. */
  private static final Duration LATE = Duration.ofDays(3);

  @Override
  public CauseCode code() {
    return CauseCode.CLEANER_INACTIVE;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    if (!StaleLegacyToken.listsSecrets(subject)) {
      return new Verdict.NotChecked("a snapshot with secrets");
    }
    if (!Behaviour.LEGACY_CLEANER.of(subject.facts()).orElse(true)) {
      return new Verdict.Clear("a cluster without the cleaner (before 1.29)");
    }
    Instant now = subject.facts().newest().orElseGet(() -> Claim.end(subject));
    Duration period =
        subject
            .facts()
            .latestSnapshot()
            .map(Snapshot::flags)
            .flatMap(f -> f.cleanUpPeriod())
            .orElse(ServerFlags.CLEAN_UP_PERIOD);
    List<Diagnosis> found = new ArrayList<>();
    int invalid = 0;
    for (LegacyToken token : subject.inventory().legacyTokens()) {
      Optional<LocalDate> since = day(token.secret().invalidSinceLabel());
      if (since.isEmpty()) {
        continue;
      }
      invalid++;
      boolean kept =
          token.lastUsedObserved().isPresent()
              || day(token.secret().lastUsedLabel())
                  .filter(d -> !d.isBefore(since.get()))
                  .isPresent()
              || token.referencedBy().stream().anyMatch(r -> r.startsWith("Pod/"));
      Instant due = since.get().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(period);
      boolean auto = token.origin().filter(o -> o == LegacyToken.Origin.AUTO).isPresent();
      if (auto && !kept && due.plus(LATE).isBefore(now)) {
        found.add(diagnose(token, due, subject));
      }
    }
    return found.isEmpty()
        ? new Verdict.Clear(Wording.count(invalid, "invalidated Secret"))
        : new Verdict.Found(found);
  }

  private static Optional<LocalDate> day(String label) {
    try {
      return label.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(label));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private static Diagnosis diagnose(LegacyToken token, Instant due, Case subject) {
    TokenSecret secret = token.secret();
    String namespace = Wording.name(secret.namespace(), "namespace");
    String name = Wording.name(secret.name(), "secret");
    return new Claim(CauseCode.CLEANER_INACTIVE, StaleLegacyToken.about(secret))
        .severity(Severity.LOW)
        .confidence(0.9)
        .began(due)
        .ended(Claim.end(subject))
        .says(
            secret.ref()
                + " is invalid and should have been deleted by the legacy-token cleaner at "
                + Wording.utc(due)
                + ", but it stands.")
        .shows(Evidence.object(secret.ref(), "the Secret"))
        .shows(token.evidence())
        .step(
            "kubectl logs -n kube-system -l component=kube-controller-manager | grep"
                + " legacy_serviceaccount_token_cleaner  # does it run at all?")
        .step(
            "kubectl get configmap -n kube-system kube-apiserver-legacy-service-account-token-tracking -o"
                + " yaml  # tracked since when? the cleaner waits a year from then")
        .step(
            "kubectl delete secret -n "
                + namespace
                + " "
                + name
                + "  # for good; its token is refused already, so nobody loses anything that works")
        .in(subject);
  }
}
