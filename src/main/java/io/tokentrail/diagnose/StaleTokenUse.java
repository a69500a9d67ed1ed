package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Use;
import io.tokentrail.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Requests with an extended token past its warning threshold: they work for up to a year, and fail
 * on the day the extension is turned off.
 */
final class StaleTokenUse implements Cause {

  @Override
  public CauseCode code() {
    return CauseCode.STALE_TOKEN_USE;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    List<Use> uses = subject.facts().audit().uses();
    if (uses.isEmpty()) {
      return new Verdict.NotChecked("an audit log with answered requests");
    }
    Map<Account, List<Use>> stale = new TreeMap<>();
    for (Use use : uses) {
      if (use.staleRequests() > 0) {
        Account.ofUsername(use.username())
            .ifPresent(a -> stale.computeIfAbsent(a, x -> new ArrayList<>()).add(use));
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    stale.forEach((account, mine) -> found.add(diagnose(account, mine, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(uses.stream().mapToLong(Use::requests).sum(), "answered request"))
        : new Verdict.Found(found);
  }

  private static Diagnosis diagnose(Account account, List<Use> mine, Case subject) {
    TreeSet<String> pods = new TreeSet<>();
    mine.stream().map(Use::podName).filter(p -> !p.isEmpty()).forEach(pods::add);
    Use first = mine.get(0);
    Instant threshold =
        mine.stream()
            .map(Use::warnAfter)
            .filter(w -> w.isAfter(Instant.EPOCH))
            .min(Instant::compareTo)
            .orElse(first.firstAt());
    Instant last =
        mine.stream().map(Use::lastStaleAt).max(Instant::compareTo).orElse(first.lastAt());
    long requests = mine.stream().mapToLong(Use::staleRequests).sum();
    Claim claim =
        new Claim(CauseCode.STALE_TOKEN_USE, Subject.of(account))
            .severity(Severity.LOW)
            .confidence(0.97)
            .began(threshold)
            .ended(last)
            .says(
                account
                    + (pods.isEmpty() ? "" : " (" + Wording.some(pods) + ")")
                    + " used a token past its warning threshold in "
                    + Wording.count(requests, "request")
                    + ", the oldest one past it since "
                    + Wording.utc(threshold)
                    + "; that works only while the API server extends tokens.");
    mine.stream()
        .limit(4)
        .forEach(
            u ->
                claim.shows(
                    Evidence.at(
                        u.lastPlace(),
                        "a use of the token by this client" + Libraries.after(u.client()))));
    return claim
        .step(
            "kubectl get pods -n "
                + Wording.namespace(account)
                + " --field-selector spec.serviceAccountName="
                + Wording.account(account)
                + " -o wide")
        .step(
            Libraries.upgrade(mine.stream().map(u -> u.client().userAgent()).toList())
                + ", and mount it without subPath; a restart alone only gives the same program a new"
                + " hour")
        .step(
            "kubectl get --raw /metrics | grep serviceaccount_stale_tokens_total  # stands still when it"
                + " worked")
        .in(subject);
  }
}
