package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Addresses;
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
import java.util.regex.Pattern;

/**
 * A service account's token in the hands of somebody outside: used by kubectl or its like, or from
 * an address that is not the cluster's. kubectl inside a pod, from that pod's own address, is a
 * program like any other.
 */
final class TokenUsedByPerson implements Cause {

  /** Programs that people sit in front of, by what they call themselves. */
  private static final Pattern HANDS =
      Pattern.compile(
          "(?:kubectl|oc|k9s|kubens|kubie|stern|Lens|OpenLens|Mozilla)/.*", Pattern.DOTALL);

  @Override
  public CauseCode code() {
    return CauseCode.TOKEN_USED_BY_PERSON;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    List<Use> uses =
        subject.facts().audit().uses().stream()
            .filter(u -> Account.ofUsername(u.username()).isPresent())
            .toList();
    if (uses.isEmpty()) {
      return new Verdict.NotChecked("accepted requests of service accounts");
    }
    Whereabouts whereabouts = new Whereabouts(subject);
    if (!whereabouts.known()) {
      return new Verdict.NotChecked(
          "a snapshot with pods and nodes: it tells which addresses are inside");
    }
    Map<Account, List<Use>> persons = new TreeMap<>();
    for (Use use : uses) {
      if (person(use, whereabouts)) {
        persons
            .computeIfAbsent(
                Account.ofUsername(use.username()).orElseThrow(), a -> new ArrayList<>())
            .add(use);
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    persons.forEach((account, mine) -> found.add(diagnose(account, mine, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(uses.stream().mapToLong(Use::requests).sum(), "request")
                + " of service accounts, by address and agent")
        : new Verdict.Found(found);
  }

  private static boolean person(Use use, Whereabouts whereabouts) {
    String agent = use.client().userAgent();
    boolean outside = whereabouts.outside(use.client().sourceIp());
    if (!use.podUid().isEmpty()) {
      return whereabouts.elsewhere(use) && (outside || HANDS.matcher(agent).matches());
    }
    // a hosted control plane's own controllers are outside, too
    boolean component =
        use.username().startsWith("system:serviceaccount:kube-system:")
            && !HANDS.matcher(agent).matches();
    // a private address that no snapshot knows may be that of a pod that is gone
    boolean told =
        HANDS.matcher(agent).matches() || !Addresses.ofPrivateUse(use.client().sourceIp());
    return outside && told && !component;
  }

  private static Diagnosis diagnose(Account account, List<Use> mine, Case subject) {
    TreeSet<String> from = new TreeSet<>();
    TreeSet<String> agents = new TreeSet<>();
    boolean legacy = false;
    boolean hands = false;
    for (Use use : mine) {
      from.add(use.client().sourceIp());
      agents.add(Wording.quote(use.client().userAgent()));
      legacy |= use.legacyRequests() > 0;
      hands |= HANDS.matcher(use.client().userAgent()).matches();
    }
    long requests = mine.stream().mapToLong(Use::requests).sum();
    Claim claim =
        new Claim(CauseCode.TOKEN_USED_BY_PERSON, Subject.of(account))
            .severity(legacy ? Severity.MEDIUM : Severity.LOW)
            .confidence(hands ? 0.92 : 0.8)
            .says(
                Wording.count(requests, "request")
                    + " as "
                    + account
                    + " came from outside the cluster, from "
                    + Wording.some(from)
                    + " by "
                    + Wording.some(agents)
                    + (legacy ? ", with a token that never expires." : "."));
    for (Use use : mine) {
      claim.began(use.firstAt()).ended(use.lastAt());
    }
    mine.stream()
        .limit(4)
        .forEach(u -> claim.shows(Evidence.at(u.firstPlace(), "its first request from there")));
    String namespace = Wording.namespace(account);
    return claim
        .step(
            "ask who works from there: people should log in as themselves, so that the audit log"
                + " names them; it worked when no request of the account comes from there")
        .step(
            "kubectl auth can-i --list -n "
                + namespace
                + " --as=system:serviceaccount:"
                + namespace
                + ":"
                + Wording.account(account)
                + "  # what that person or machine can do")
        .step(
            legacy
                ? "kubectl get secrets -n "
                    + namespace
                    + " --field-selector type=kubernetes.io/service-account-token  # replace the"
                    + " one that was copied by short-lived tokens, then delete it; its users fail"
                    + " from then on; it worked when nothing comes from there as this account"
                : "kubectl create token -n "
                    + namespace
                    + " "
                    + Wording.account(account)
                    + " --duration=1h  # prints a live token; better, federate its own identity; it"
                    + " worked when nothing comes from there as this account")
        .in(subject);
  }
}
