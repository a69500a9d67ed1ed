package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Behaviour;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A Secret-based token that nobody used or named within the look-back: a live credential for no
 * one.
 */
final class StaleLegacyToken implements Cause {

  @Override
  public CauseCode code() {
    return CauseCode.STALE_LEGACY_TOKEN;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    List<LegacyToken> tokens = subject.inventory().legacyTokens();
    if (!listsSecrets(subject)) {
      return new Verdict.NotChecked("a snapshot with secrets");
    }
    List<Diagnosis> found = new ArrayList<>();
    for (LegacyToken token : tokens) {
      if (token.verdict() == LegacyToken.Verdict.STALE) {
        found.add(diagnose(token, subject));
      }
    }
    if (!found.isEmpty()) {
      return new Verdict.Found(found);
    }
    List<LegacyToken> open =
        tokens.stream().filter(t -> t.verdict() == LegacyToken.Verdict.UNKNOWN).toList();
    return open.isEmpty()
        ? new Verdict.Clear(Wording.count(tokens.size(), "Secret-based token"))
        : new Verdict.NotChecked(
            "what would show a use of "
                + Wording.count(open.size(), "Secret-based token")
                + ", such as "
                + open.get(0).secret().ref()
                + " ("
                + open.get(0).reason()
                + ")");
  }

  static boolean listsSecrets(Case subject) {
    return !subject.inventory().legacyTokens().isEmpty()
        || subject.facts().snapshots().stream().anyMatch(s -> s.kinds().contains("secrets"));
  }

  /** A Secret with its account, where it names one. */
  static Subject about(TokenSecret secret) {
    Subject about = Subject.of(secret.ref());
    return secret.serviceAccount().isEmpty() || secret.namespace().isEmpty()
        ? about
        : about.withAccount(new Account(secret.namespace(), secret.serviceAccount()));
  }

  private static Diagnosis diagnose(LegacyToken token, Case subject) {
    TokenSecret secret = token.secret();
    String namespace = Wording.name(secret.namespace(), "namespace");
    String name = Wording.name(secret.name(), "secret");
    return new Claim(CauseCode.STALE_LEGACY_TOKEN, about(secret))
        .severity(Severity.LOW)
        .confidence(token.safety() == LegacyToken.Safety.YES ? 0.95 : 0.8)
        .says(
            secret.ref()
                + " holds a token that never expires and that nothing uses: "
                + token.reason()
                + ".")
        .shows(Evidence.object(secret.ref(), "the Secret"))
        .shows(token.evidence())
        .step(
            "kubectl get secret -n "
                + namespace
                + " "
                + name
                + " -o yaml > "
                + name
                + ".backup.yaml  # holds the live token: keep it as such")
        .step(
            Behaviour.LEGACY_CLEANER.of(subject.facts()).orElse(true)
                ? "kubectl label secret -n "
                    + namespace
                    + " "
                    + name
                    + " kubernetes.io/legacy-token-invalid-since=$(date -u +%F)  # from 1.29 on:"
                    + " whoever still uses it is refused at once; removing the label takes that back"
                : "kubectl get secret -n "
                    + namespace
                    + " "
                    + name
                    + " --show-labels  # before 1.29 nothing short of deleting it stops its token:"
                    + " ask its owner first")
        .step(
            "kubectl delete secret -n "
                + namespace
                + " "
                + name
                + "  # for good, after weeks without 401s that name it")
        .in(subject);
  }
}
