package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Use;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Somebody still authenticates with a Secret-based token, which never expires. */
final class LegacyTokenInUse implements Cause {

  @Override
  public CauseCode code() {
    return CauseCode.LEGACY_TOKEN_IN_USE;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    boolean uses = !subject.facts().audit().uses().isEmpty();
    if (!uses && !StaleLegacyToken.listsSecrets(subject)) {
      return new Verdict.NotChecked(
          "an audit log with answered requests, or a snapshot with secrets");
    }
    List<Diagnosis> found = new ArrayList<>();
    Set<Account> covered = new HashSet<>();
    for (LegacyToken token : subject.inventory().legacyTokens()) {
      if (token.verdict() == LegacyToken.Verdict.IN_USE) {
        TokenSecret secret = token.secret();
        Subject about = StaleLegacyToken.about(secret);
        about.account().ifPresent(covered::add);
        found.add(
            remedy(
                    new Claim(CauseCode.LEGACY_TOKEN_IN_USE, about)
                        .severity(Severity.LOW)
                        .confidence(token.lastUsedObserved().isPresent() ? 0.97 : 0.9)
                        .says(
                            "The token in "
                                + secret.ref()
                                + " never expires and is in use: "
                                + token.reason()
                                + ".")
                        .shows(Evidence.object(secret.ref(), "the Secret"))
                        .shows(token.evidence()),
                    about.account().map(Wording::namespace).orElse(Wording.unset("namespace")),
                    about.account().map(Wording::account).orElse(Wording.unset("service-account")))
                .in(subject));
      }
    }
    found.addAll(unlisted(covered, subject));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(subject.facts().audit().uses().size(), "client and credential")
                + " and "
                + Wording.count(subject.inventory().legacyTokens().size(), "Secret-based token"))
        : new Verdict.Found(found);
  }

  /**
   * Uses whose Secret no snapshot shows, and which was not ended since: that is another finding.
   */
  private static List<Diagnosis> unlisted(Set<Account> covered, Case subject) {
    Map<Account, List<Use>> uses = new TreeMap<>();
    EndedSecrets ended = EndedSecrets.of(subject);
    for (Use use : subject.facts().audit().uses()) {
      if (use.legacyRequests() > 0 && !ended.after(use)) {
        Account.ofUsername(use.username())
            .filter(a -> !covered.contains(a))
            .ifPresent(a -> uses.computeIfAbsent(a, x -> new ArrayList<>()).add(use));
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    uses.forEach(
        (account, mine) -> {
          Use first = mine.get(0);
          Set<String> secrets = new HashSet<>();
          mine.stream().map(Use::legacySecret).filter(s -> !s.isEmpty()).forEach(secrets::add);
          Subject about = Subject.of(account);
          if (secrets.size() == 1) {
            about =
                about.withObject(
                    new ObjectRef("Secret", account.namespace(), secrets.iterator().next()));
          }
          found.add(
              remedy(
                      new Claim(CauseCode.LEGACY_TOKEN_IN_USE, about)
                          .severity(Severity.LOW)
                          .confidence(0.95)
                          .began(first.firstAt())
                          .ended(
                              mine.stream()
                                  .map(Use::lastAt)
                                  .max(java.time.Instant::compareTo)
                                  .orElse(first.lastAt()))
                          .says(
                              account
                                  + " authenticates with a Secret-based token, which never expires"
                                  + (secrets.isEmpty() ? "" : " (" + Wording.some(secrets) + ")")
                                  + ".")
                          .shows(
                              Evidence.at(
                                  first.firstPlace(), "a request with a Secret-based token")),
                      Wording.namespace(account),
                      Wording.account(account))
                  .in(subject));
        });
    return found;
  }

  private static Claim remedy(Claim claim, String namespace, String account) {
    return claim
        .step(
            "mount a projected token instead (volumes: projected: sources: serviceAccountToken) or, for"
                + " a program outside: kubectl create token -n "
                + namespace
                + " "
                + account
                + " --duration=1h")
        .step(
            "let the program read the file again each minute, then take the Secret out of its pod spec;"
                + " that restarts its pods, and to delete the Secret before would stop them")
        .step(
            "kubectl get secrets -n "
                + namespace
                + " -L kubernetes.io/legacy-token-last-used  # the date stays behind once nobody uses it");
  }
}
