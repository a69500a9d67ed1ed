package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Somebody still makes Secret-based tokens: their number grows from snapshot to snapshot. */
final class LegacyTokenGrowth implements Cause {

  /** One new Secret is an exception, not a growth. */
  private static final int SEVERAL = 3;

  @Override
  public CauseCode code() {
    return CauseCode.LEGACY_TOKEN_GROWTH;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    List<Snapshot> snapshots =
        subject.facts().snapshots().stream().filter(s -> s.kinds().contains("secrets")).toList();
    if (snapshots.size() < 2) {
      return new Verdict.NotChecked("two snapshots with secrets, at different times");
    }
    Snapshot old = snapshots.get(0);
    Snapshot now = snapshots.get(snapshots.size() - 1);
    Set<String> before = new HashSet<>();
    old.tokenSecrets().forEach(s -> before.add(s.ref().toString()));
    List<TokenSecret> fresh = new ArrayList<>();
    for (TokenSecret secret : now.tokenSecrets()) {
      if (!before.contains(secret.ref().toString())) {
        fresh.add(secret);
      }
    }
    int growth = now.tokenSecrets().size() - old.tokenSecrets().size();
    if (growth < SEVERAL || fresh.size() < SEVERAL) {
      return new Verdict.Clear(
          Wording.count(now.tokenSecrets().size(), "Secret-based token")
              + " after "
              + old.tokenSecrets().size());
    }
    TreeSet<String> namespaces = new TreeSet<>();
    fresh.forEach(s -> namespaces.add(s.namespace()));
    Claim claim =
        new Claim(CauseCode.LEGACY_TOKEN_GROWTH, Subject.ALL)
            .severity(Severity.LOW)
            .confidence(0.93)
            .began(old.at())
            .ended(now.at())
            .says(
                "The number of Secret-based tokens grew from "
                    + old.tokenSecrets().size()
                    + " to "
                    + now.tokenSecrets().size()
                    + " between "
                    + Wording.utc(old.at())
                    + " and "
                    + Wording.utc(now.at())
                    + ", in "
                    + Wording.some(namespaces)
                    + ".");
    fresh.stream().limit(8).forEach(s -> claim.shows(Evidence.at(s.place(), "a new one")));
    return new Verdict.Found(
        List.of(
            claim
                .step(
                    "kubectl get secrets -n "
                        + Wording.name(namespaces.first(), "namespace")
                        + " --field-selector type=kubernetes.io/service-account-token --sort-by"
                        + " .metadata.creationTimestamp")
                .step(
                    "find who makes them: verb create on secrets in the audit log, by user and agent")
                .step(
                    "refuse that type by an admission policy with exceptions by name, first with warnings"
                        + " only since deployments would fail; the number stands"
                        + " still when it worked")
                .in(subject)));
  }
}
