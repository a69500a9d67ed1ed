package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Client;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.ExposedToken;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whole tokens in the logs themselves: in bodies that the audit policy should not record, in URLs,
 * in lines that a program printed. Whoever can read the log can use them.
 *
 * <p>What a body holds is the policy's doing, whosesoever the tokens are: one finding for each kind
 * of body. What stands in a URL or a line is its sender's: one for each account.
 */
final class TokenInLog implements Cause {

  private static final Client NOBODY = new Client("", "");

  @Override
  public CauseCode code() {
    return CauseCode.TOKEN_IN_LOG;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    if (subject.facts().audit().files().isEmpty() && subject.facts().logFiles().isEmpty()) {
      return new Verdict.NotChecked("an audit log or a component log");
    }
    Map<String, List<ExposedToken>> groups = new TreeMap<>();
    for (ExposedToken token : exposed(subject)) {
      groups.computeIfAbsent(group(token), g -> new ArrayList<>()).add(token);
    }
    List<Diagnosis> found = new ArrayList<>();
    groups.values().forEach(mine -> found.add(diagnose(mine, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(subject.facts().audit().events(), "audit event")
                + " and "
                + (subject.facts().logFiles().isEmpty()
                    ? "no component log: those are not in the input"
                    : Wording.count(subject.facts().logFiles().size(), "component log")))
        : new Verdict.Found(found);
  }

  private static List<ExposedToken> exposed(Case subject) {
    List<ExposedToken> all = new ArrayList<>(subject.facts().audit().exposed());
    for (LogLine line : subject.facts().log()) {
      if (line.meaning() instanceof LogLine.TokenShown shown) {
        String component = line.component().isEmpty() ? "component" : line.component();
        all.add(
            new ExposedToken(
                component + " log",
                shown.subject(),
                shown.issuer(),
                shown.credentialId(),
                shown.expiresAtSecond(),
                shown.digest(),
                NOBODY,
                1,
                line.at(),
                line.at(),
                line.place()));
      }
    }
    return all;
  }

  private static boolean body(ExposedToken token) {
    return token.holder().contains("Object");
  }

  private static String group(ExposedToken token) {
    return body(token) ? resource(token) : token.holder() + "\n" + token.subject();
  }

  /** Whose bodies they are: requests and answers of one resource are one rule of the policy. */
  private static String resource(ExposedToken token) {
    int space = token.holder().indexOf(' ');
    return space < 0 ? "requests" : token.holder().substring(0, space);
  }

  private static Diagnosis diagnose(List<ExposedToken> mine, Case subject) {
    ExposedToken first = mine.get(0);
    TreeSet<String> whose = new TreeSet<>();
    TreeSet<String> tokens = new TreeSet<>();
    TreeSet<String> alive = new TreeSet<>();
    Instant end = Claim.end(subject);
    Instant until = Instant.EPOCH;
    boolean forever = false;
    for (ExposedToken one : mine) {
      whose.add(
          Account.ofUsername(one.subject())
              .map(Account::toString)
              .orElseGet(() -> Wording.quote(one.subject())));
      tokens.add(one.digest());
      if (one.livesAt(end)) {
        alive.add(one.digest());
        forever |= one.expiresAtSecond() == 0;
        Instant dies = Instant.ofEpochSecond(one.expiresAtSecond());
        until = dies.isAfter(until) ? dies : until;
      }
    }
    Claim claim =
        new Claim(CauseCode.TOKEN_IN_LOG, about(first))
            .severity(alive.isEmpty() ? Severity.LOW : forever ? Severity.HIGH : Severity.MEDIUM)
            .confidence(0.97)
            .says(
                Wording.count(tokens.size(), "usable token")
                    + " of "
                    + Wording.some(whose)
                    + " stood in "
                    + place(first)
                    + "; at the end of the input "
                    + (alive.isEmpty()
                        ? "all of them had expired."
                        : alive.size()
                            + " still worked, "
                            + (forever
                                ? "and some never expire."
                                : "the last one until " + Wording.utc(until) + ".")));
    for (ExposedToken one : mine) {
      claim.began(one.firstAt()).ended(one.lastAt());
    }
    mine.stream().limit(6).forEach(one -> claim.shows(Evidence.at(one.place(), what(one))));
    return (body(first) ? policy(claim, first) : sender(claim, first, forever)).in(subject);
  }

  private static Subject about(ExposedToken first) {
    Subject place = Subject.ofOther("token in " + (body(first) ? resource(first) : first.holder()));
    return body(first)
        ? place
        : Account.ofUsername(first.subject())
            .map(place::withAccount)
            .orElseGet(
                () -> Subject.ofOther("token in " + first.holder() + " of " + first.subject()));
  }

  private static String place(ExposedToken token) {
    return switch (token.holder()) {
      case "requestURI" -> "request URLs of " + Wording.quote(token.client().userAgent());
      default ->
          body(token)
              ? "bodies of " + resource(token) + " that the audit log records"
              : "the " + token.holder();
    };
  }

  /** Which token it is, without anything that could be used. */
  private static String what(ExposedToken one) {
    return "a token of "
        + Account.ofUsername(one.subject())
            .map(Account::toString)
            .orElseGet(() -> Wording.quote(one.subject()))
        + (one.credentialId().isEmpty() ? "" : ", jti " + Wording.quote(one.credentialId()))
        + (one.expiresAtSecond() == 0
            ? ", never expires"
            : ", until " + Wording.utc(Instant.ofEpochSecond(one.expiresAtSecond())))
        + ", signature sha256:"
        + one.digest();
  }

  private static Claim policy(Claim claim, ExposedToken first) {
    String resource = resource(first);
    return claim
        .step(
            "grep -n -A3 -E 'level: Request' /etc/kubernetes/audit-policy.yaml  # the rule that"
                + " records these bodies; on the API server's machine")
        .step(
            "put a rule `level: Metadata` for "
                + (resource.matches("[a-z/]{1,40}") ? resource : "that resource")
                + " before it, and restart the API server (each in turn)")
        .step(
            "treat the log and every copy of it as secret until the last token is dead; it worked"
                + " when new files hold no such body");
  }

  private static Claim sender(Claim claim, ExposedToken first, boolean forever) {
    String namespace =
        Account.ofUsername(first.subject())
            .map(Wording::namespace)
            .orElse(Wording.unset("namespace"));
    String name =
        Account.ofUsername(first.subject())
            .map(Wording::account)
            .orElse(Wording.unset("service-account"));
    return claim
        .step(
            first.holder().equals("requestURI")
                ? "make the program send its token in the header `Authorization: Bearer`, never in"
                    + " the URL"
                : "stop the program from printing its token")
        .step(
            forever
                ? "kubectl get secrets -n "
                    + namespace
                    + " --field-selector type=kubernetes.io/service-account-token  # replace the"
                    + " Secret by one of another name and delete it; its users fail until they"
                    + " have the new one"
                : "kubectl delete pods -n "
                    + namespace
                    + " --field-selector spec.serviceAccountName="
                    + name
                    + "  # a pod's token dies with its pod; interrupts those pods")
        .step(
            "treat the log and every copy of it as secret until the last token is dead; it worked"
                + " when new files hold none");
  }
}
