package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Use;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tokens of no account of this cluster: another cluster's, lapsed logins of people, guesses. Nobody
 * recognises them, and the API server says no more than {@code invalid bearer token}.
 */
final class UnknownToken implements Cause {

  /** A program of this cluster that was refused this often is worth somebody's time. */
  private static final int OFTEN = 100;

  /** A single 401 may have been joined to the wrong line of the server's log. */
  private static final int SEVERAL = 3;

  /** So far apart a line of the server's log and its 401 are never mistaken for each other. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  /**
   * What is left of {@code invalid bearer token} where a token webhook is configured and fails: its
   * error follows that of the authenticators which do not know the token (webhook.go, {@code
   * apierrors.FromObject}).
   */
  private static final Pattern NOBODY_ASKED =
      Pattern.compile(
          "\\[invalid bearer token, (?:the server is currently unable to handle the request"
              + "|an error on the server .*|Internal error occurred: .*|Post \"http.*|.*context"
              + " deadline exceeded.*)\\]",
          Pattern.DOTALL);

  @Override
  public CauseCode code() {
    return CauseCode.UNKNOWN_TOKEN;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Optional<Verdict> blind = Refusals.blind(subject);
    if (blind.isPresent()) {
      return blind.get();
    }
    Set<String> inside = addresses(subject);
    Set<String> authenticated = new HashSet<>();
    for (Use use : subject.facts().audit().uses()) {
      if (!use.username().equals("system:anonymous")) {
        authenticated.add(use.client().sourceIp());
      }
    }
    Set<String> unrecognised = new HashSet<>();
    for (Refusal refusal : refusals) {
      if (refusal.told() && refusal.reason() == Reason.UNRECOGNISED) {
        unrecognised.add(key(refusal));
      }
    }
    Map<String, List<Refusal>> told = new TreeMap<>();
    Map<String, List<Refusal>> strangers = new TreeMap<>();
    for (Refusal refusal : refusals) {
      boolean login = refusal.reason() == Reason.EXPIRED && refusal.text().contains("oidc:");
      if (refusal.reason() == Reason.UNRECOGNISED
          || refusal.reason() == Reason.SIGNATURE
          || (NOBODY_ASKED.matcher(refusal.text()).matches() && unrecognised.contains(key(refusal)))
          || login) {
        told.computeIfAbsent(key(refusal), k -> new ArrayList<>()).add(refusal);
      } else if (refusal.reason() == Reason.UNKNOWN
          && refusal.attributed().failure().attempted().contains("bearer")
          && refusal.account().isEmpty()
          && refusal.lookUp().isEmpty()
          && !inside.isEmpty()
          && !refusal.address().isEmpty()
          && !inside.contains(refusal.address())
          && !authenticated.contains(refusal.address())) {
        strangers.computeIfAbsent(key(refusal), k -> new ArrayList<>()).add(refusal);
      }
    }
    told.values().removeIf(mine -> doubtful(mine, refusals));
    List<Diagnosis> found = new ArrayList<>();
    told.forEach((key, mine) -> found.add(diagnose(key, mine, true, subject)));
    strangers.forEach((key, mine) -> found.add(diagnose(key, mine, false, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(refusals.size(), "401") + ", by their reasons and addresses")
        : new Verdict.Found(found);
  }

  /**
   * Whether a few 401s may have got the reason of somebody else's: the server's lines name no
   * request, and within the same moment other senders were refused for such a reason.
   */
  private static boolean doubtful(List<Refusal> mine, List<Refusal> all) {
    return mine.size() < SEVERAL
        && mine.stream()
            .allMatch(
                one ->
                    all.stream()
                        .filter(other -> other.told() && other.reason() == one.reason())
                        .filter(other -> !key(other).equals(key(one)))
                        .anyMatch(
                            other ->
                                Duration.between(other.at(), one.at()).abs().compareTo(MOMENT)
                                    <= 0));
  }

  private static String key(Refusal refusal) {
    return refusal
        .account()
        .map(Account::toString)
        .orElseGet(() -> refusal.address() + " " + refusal.agent());
  }

  /** Addresses of nodes and pods; empty without a snapshot that has both. */
  private static Set<String> addresses(Case subject) {
    Set<String> addresses = new HashSet<>();
    boolean nodes = false;
    boolean pods = false;
    for (Snapshot snapshot : subject.facts().snapshots()) {
      nodes |= !snapshot.nodes().isEmpty();
      pods |= !snapshot.pods().isEmpty();
      snapshot.nodes().forEach(n -> addresses.addAll(n.addresses()));
      snapshot
          .pods()
          .forEach(
              p -> {
                addresses.addAll(p.ips());
                addresses.addAll(p.hostIps());
              });
    }
    return nodes && pods ? addresses : Set.of();
  }

  private static Diagnosis diagnose(String key, List<Refusal> mine, boolean told, Case subject) {
    Optional<Account> account = mine.get(0).account();
    TreeSet<String> agents = new TreeSet<>();
    mine.forEach(r -> agents.add(Wording.quote(r.agent())));
    boolean inHouse = account.isPresent();
    Claim claim =
        new Claim(
                CauseCode.UNKNOWN_TOKEN,
                account.map(Subject::of).orElseGet(() -> Subject.ofOther("stranger " + key)))
            .explains(mine)
            .severity(
                inHouse ? (mine.size() >= OFTEN ? Severity.MEDIUM : Severity.LOW) : Severity.INFO)
            .confidence(told ? (mine.size() >= SEVERAL ? 0.92 : 0.75) : 0.7)
            .says(
                (inHouse
                        ? "A program of " + account.get()
                        : "A client at "
                            + mine.get(0).address()
                            + " that calls itself "
                            + Wording.some(agents))
                    + " sends tokens that no account of this cluster has, since "
                    + Wording.utc(mine.get(0).at())
                    + ".")
            .not(
                CauseCode.SIGNING_KEY_CHANGED,
                "a changed key or issuer stops many accounts at one moment, not "
                    + (inHouse ? "this one alone" : "a client that was never served"))
            .not(
                CauseCode.TOKEN_NOT_RELOADED,
                told
                    ? "an old token of this cluster is called expired, not unknown"
                    : "no pod or node of the snapshot has this address");
    mine.stream()
        .flatMap(r -> r.attributed().reasonEvidence().stream())
        .limit(2)
        .forEach(claim::shows);
    if (inHouse) {
      claim
          .step(
              "kubectl get pods -n "
                  + Wording.namespace(account.get())
                  + " --field-selector spec.serviceAccountName="
                  + Wording.account(account.get()))
          .step(
              "look for a kubeconfig or token of another cluster in its configuration; decode it with"
                  + " `tokentrail token FILE`: issuer and audience tell whose it is")
          .step(
              "point that token at its own cluster; no new 401s of this program show that it worked");
    } else {
      claim
          .step("find out whose address that is; a person's lapsed login heals with a new one")
          .step(
              "keep the API server's port closed to networks that have no business there; test that"
                  + " nodes and administrators still reach it")
          .step("no new 401s from that address show that it worked");
    }
    return claim.in(subject);
  }
}
