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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Requests as the account that every pod gets that names none, in whatever namespace. */
final class DefaultAccountUsed implements Cause {

  private static final String NAME = "default";

  @Override
  public CauseCode code() {
    return CauseCode.DEFAULT_ACCOUNT_USED;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    List<Use> uses = subject.facts().audit().uses();
    if (uses.isEmpty()) {
      return new Verdict.NotChecked("an audit log with answered requests");
    }
    Map<Account, List<Use>> defaults = new TreeMap<>();
    for (Use use : uses) {
      Account.ofUsername(use.username())
          .filter(a -> a.name().equals(NAME))
          .ifPresent(a -> defaults.computeIfAbsent(a, x -> new ArrayList<>()).add(use));
    }
    List<Diagnosis> found = new ArrayList<>();
    defaults.forEach((account, mine) -> found.add(diagnose(account, mine, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(uses.stream().mapToLong(Use::requests).sum(), "answered request"))
        : new Verdict.Found(found);
  }

  private static Diagnosis diagnose(Account account, List<Use> mine, Case subject) {
    TreeSet<String> pods = new TreeSet<>();
    mine.stream().map(Use::podName).filter(p -> !p.isEmpty()).forEach(pods::add);
    long requests = mine.stream().mapToLong(Use::requests).sum();
    long forbidden = mine.stream().mapToLong(Use::forbiddenRequests).sum();
    Claim claim =
        new Claim(CauseCode.DEFAULT_ACCOUNT_USED, Subject.of(account))
            .severity(Severity.LOW)
            .confidence(0.97)
            .says(
                Wording.count(requests, "request")
                    + " as "
                    + account
                    + (pods.isEmpty() ? "" : " (" + Wording.some(pods) + ")")
                    + ", the account of every pod that names none; "
                    + (forbidden == requests
                        ? "all of them were forbidden."
                        : "what one of them may do, all of them may."));
    for (Use use : mine) {
      claim.began(use.firstAt()).ended(use.lastAt());
    }
    mine.stream()
        .limit(4)
        .forEach(u -> claim.shows(Evidence.at(u.firstPlace(), "its first request by this client")));
    return claim
        .step(
            "kubectl get pods -n "
                + Wording.namespace(account)
                + " --field-selector spec.serviceAccountName=default -o wide")
        .step(
            "kubectl create serviceaccount -n "
                + Wording.namespace(account)
                + " "
                + Wording.unset("workload")
                + "  # bind it to the rights that it needs, and set serviceAccountName in the pod"
                + " template, which restarts its pods")
        .step(
            "kubectl patch serviceaccount default -n "
                + Wording.namespace(account)
                + " -p '{\"automountServiceAccountToken\":false}'  # last of all: new pods that name no"
                + " account get no token from then on; it worked when nobody asks as default")
        .in(subject);
  }
}
