package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A token lifetime so short that the kubelet's usual delay eats the slack: it refreshes at 80 %, on
 * a pod sync that comes every 60 to 90 s, so a token of 600 s has 120 s to spare. A kubelet that
 * hangs or has a wrong clock is another matter: no lifetime would help there.
 */
final class ShortExpiration implements Cause {

  /** A delay that leaves less than this share of the slack is a near miss. */
  private static final double NEAR = 0.75;

  @Override
  public CauseCode code() {
    return CauseCode.SHORT_EXPIRATION;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Map<Account, List<Lifetime>> near = new TreeMap<>();
    int looked = 0;
    TokenState tokens = TokenState.of(subject);
    Set<String> wrongClocks =
        tokens.nodes().stream()
            .filter(n -> ClockSkew.lateness(tokens.ofNode(n)).isPresent())
            .collect(Collectors.toSet());
    // Longer lifetimes leave slack for any sync; lateness there has other reasons.
    Duration shortLived = subject.thresholds().shortLived();
    for (Lifetime lifetime : subject.lifetimes()) {
      boolean brief = lifetime.ttl().filter(t -> t.compareTo(shortLived) <= 0).isPresent();
      boolean sick = wrongClocks.contains(lifetime.node()) || tokens.stalledAround(lifetime);
      if (brief && !sick && lifetime.delay().isPresent() && !lifetime.node().isEmpty()) {
        looked++;
        double slack = lifetime.ttl().get().toSeconds() * 0.2;
        if (lifetime.delay().get().toSeconds() >= NEAR * slack) {
          near.computeIfAbsent(lifetime.account(), a -> new ArrayList<>()).add(lifetime);
        }
      }
    }
    if (subject.lifetimes().isEmpty()) {
      return new Verdict.NotChecked("TokenRequests in the audit log, or pods in a snapshot");
    }
    List<Diagnosis> found = new ArrayList<>();
    near.forEach((account, mine) -> found.add(diagnose(account, mine, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(Wording.count(looked, "short token") + " that were refreshed")
        : new Verdict.Found(found);
  }

  private static Diagnosis diagnose(Account account, List<Lifetime> mine, Case subject) {
    Lifetime worst =
        mine.stream()
            .max(java.util.Comparator.comparing(l -> l.delay().orElse(Duration.ZERO)))
            .orElseThrow();
    long ttl = worst.ttl().orElseThrow().toSeconds();
    Claim claim =
        new Claim(CauseCode.SHORT_EXPIRATION, Subject.of(account))
            .severity(Severity.LOW)
            .confidence(0.88)
            .began(mine.get(0).issuedAt())
            .ended(worst.refreshedAt().orElse(worst.issuedAt()))
            .says(
                "Tokens of "
                    + account
                    + " live "
                    + ttl
                    + " s, which leaves the kubelet "
                    + ttl / 5
                    + " s to refresh them; it took up to "
                    + worst.delay().orElse(Duration.ZERO).toSeconds()
                    + " s.");
    mine.stream().limit(4).forEach(l -> claim.shows(l.evidence().stream().limit(1).toList()));
    if (mine.stream().allMatch(l -> l.evidence().isEmpty())) {
      claim.shows(io.tokentrail.model.Evidence.object(GoneObject.of(account), "the account"));
    }
    return claim
        .step(
            "kubectl get pods -n "
                + Wording.namespace(account)
                + " -o yaml | grep -n expirationSeconds")
        .step(
            "set expirationSeconds to 1800 or more in the projected volume; the pod gets it with its next start")
        .step("no refresh later than its expiry in rotation_windows.csv shows that it worked")
        .in(subject);
  }
}
