package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Review;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenSource;
import io.tokentrail.model.Use;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A token was shown to a verifier that is not in its audience: the API server, or a reviewer. */
final class AudienceMismatch implements Cause {

  /** What a TokenReview of a token without the wanted audience answers; all versions. */
  private static final String WORDS = "is invalid for the target audiences";

  /** Without the server's words, fewer 401s than this do not carry the claim. */
  private static final int SEVERAL = 5;

  @Override
  public CauseCode code() {
    return CauseCode.AUDIENCE_MISMATCH;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Optional<Verdict> blind = Refusals.blind(subject);
    if (blind.isPresent() && subject.facts().audit().reviews().isEmpty()) {
      return blind.get();
    }
    NavigableMap<Account, List<Pod>> foreign = foreignAudiences(subject);
    Map<String, List<Refusal>> told = new TreeMap<>();
    Map<Account, List<Refusal>> untold = new TreeMap<>();
    for (Refusal refusal : refusals) {
      if (refusal.reason() == Reason.AUDIENCE) {
        told.computeIfAbsent(
                refusal.account().map(Account::toString).orElse("agent " + refusal.agent()),
                s -> new ArrayList<>())
            .add(refusal);
      } else if (refusal.reason() == Reason.UNKNOWN
          && refusal.account().filter(foreign::containsKey).isPresent()) {
        untold.computeIfAbsent(refusal.account().get(), a -> new ArrayList<>()).add(refusal);
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    told.forEach((sender, mine) -> found.add(told(sender, mine, foreign, subject)));
    Set<String> authenticated = authenticatedPods(subject);
    untold.forEach(
        (account, mine) -> {
          boolean never =
              foreign.get(account).stream()
                  .noneMatch(p -> authenticated.contains(p.namespace() + "/" + p.name()));
          if (never && mine.size() >= SEVERAL) {
            found.add(untold(account, mine, foreign.get(account), subject));
          }
        });
    found.addAll(reviews(subject));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(refusals.size(), "401")
                + " and "
                + Wording.count(subject.facts().audit().reviews().size(), "TokenReview"))
        : new Verdict.Found(found);
  }

  private static Diagnosis told(
      String sender, List<Refusal> mine, NavigableMap<Account, List<Pod>> foreign, Case subject) {
    Optional<Account> account = mine.get(0).account();
    Claim claim =
        new Claim(
                CauseCode.AUDIENCE_MISMATCH,
                account.map(Subject::of).orElseGet(() -> Subject.ofOther(sender)))
            .explains(mine)
            .confidence(account.isPresent() ? 0.96 : 0.9)
            .says(
                account
                        .map(Account::toString)
                        .orElse("A program that calls itself " + Wording.quote(mine.get(0).agent()))
                    + " shows the API server a token that is meant for another audience, since "
                    + Wording.utc(mine.get(0).at())
                    + ".")
            .shows(mine.get(0).attributed().reasonEvidence().stream().limit(2).toList())
            .not(
                CauseCode.SIGNING_KEY_CHANGED,
                "the API server names the token's audiences, which it does only after it has"
                    + " accepted the signature")
            .not(
                CauseCode.TOKEN_NOT_RELOADED,
                "the API server does not call the token expired, and a new one has the same"
                    + " audience");
    foreign.forEach(
        (owner, pods) -> {
          if (account.filter(a -> !a.equals(owner)).isEmpty()) {
            pods.stream()
                .limit(2)
                .forEach(
                    p ->
                        claim.shows(
                            Evidence.at(p.place(), "a pod with a token for another audience")));
          }
        });
    return remedy(claim, account).in(subject);
  }

  private static Diagnosis untold(
      Account account, List<Refusal> mine, List<Pod> pods, Case subject) {
    Claim claim =
        new Claim(CauseCode.AUDIENCE_MISMATCH, Subject.of(account))
            .explains(mine)
            .confidence(0.62)
            .says(
                account
                    + " is refused on every request since "
                    + Wording.utc(mine.get(0).at())
                    + " and never authenticated; its pods mount a token for another audience.")
            .not(
                CauseCode.TOKEN_NOT_RELOADED,
                "nothing of these pods was ever accepted, so no good token has grown old")
            .not(
                CauseCode.SIGNING_KEY_CHANGED,
                "a changed key stops clients that were served before; these never were");
    pods.stream()
        .limit(3)
        .forEach(
            p -> claim.shows(Evidence.at(p.place(), "its projected token has another audience")));
    return remedy(claim, Optional.of(account)).in(subject);
  }

  private static Claim remedy(Claim claim, Optional<Account> account) {
    String pods = pods(account);
    return claim
        .step(
            pods
                + " -o jsonpath='{range .items[*]}{.metadata.name}{\"\\t\"}{..serviceAccountToken}"
                + "{\"\\n\"}{end}'  # audience and path of each token")
        .step(
            "let the program read the token whose audience is the API server's (mostly"
                + " /var/run/secrets/kubernetes.io/serviceaccount/token); one projection has one"
                + " audience, so use two sources for two verifiers; a changed pod template restarts"
                + " its pods")
        .step(pods + "  # it worked when the first requests of the new pods are answered 200");
  }

  private static String pods(Optional<Account> account) {
    return "kubectl get pods -n "
        + account.map(Wording::namespace).orElse(Wording.unset("namespace"))
        + " --field-selector spec.serviceAccountName="
        + account.map(Wording::account).orElse(Wording.unset("service-account"));
  }

  /** Pods with a projected token whose audience is not the API server's, by account. */
  private static NavigableMap<Account, List<Pod>> foreignAudiences(Case subject) {
    Set<String> own = TokenState.audiences(subject);
    NavigableMap<Account, List<Pod>> foreign = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (Snapshot snapshot : subject.facts().snapshots()) {
      for (Pod pod : snapshot.pods()) {
        boolean other = false;
        for (TokenSource source : pod.spec().tokenSources()) {
          other |= !source.audience().isEmpty() && !own.contains(source.audience());
        }
        if (other && !pod.spec().serviceAccount().isEmpty() && seen.add(pod.uid())) {
          foreign.computeIfAbsent(pod.account(), a -> new ArrayList<>()).add(pod);
        }
      }
    }
    return foreign;
  }

  private static Set<String> authenticatedPods(Case subject) {
    Set<String> pods = new HashSet<>();
    for (Use use : subject.facts().audit().uses()) {
      Account.ofUsername(use.username())
          .ifPresent(a -> pods.add(a.namespace() + "/" + use.podName()));
    }
    return pods;
  }

  /** TokenReviews that say the token lacks the audience: no 401 anywhere, the reviewer refuses. */
  private static List<Diagnosis> reviews(Case subject) {
    Map<Account, List<Review>> refused = new TreeMap<>();
    for (Review review : subject.facts().audit().reviews()) {
      if (review.error().contains(WORDS)) {
        Account.ofUsername(review.subject())
            .or(() -> Account.ofUsername(review.reviewer()))
            .ifPresent(a -> refused.computeIfAbsent(a, x -> new ArrayList<>()).add(review));
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    refused.forEach(
        (account, reviews) -> {
          Review first = reviews.get(0);
          Review last = reviews.get(reviews.size() - 1);
          Set<String> wanted = new TreeSet<>();
          reviews.forEach(r -> r.audiences().forEach(a -> wanted.add(Wording.quote(a))));
          boolean owner = Account.ofUsername(first.subject()).isPresent();
          found.add(
              new Claim(CauseCode.AUDIENCE_MISMATCH, Subject.of(account))
                  .began(first.at())
                  .ended(last.at())
                  .severity(io.tokentrail.model.Severity.MEDIUM)
                  .confidence(reviews.size() > 1 ? 0.94 : 0.85)
                  .says(
                      (owner
                              ? account + " logs in with a token that lacks"
                              : "Somebody logs in to " + account + " with a token that lacks")
                          + " the audience "
                          + Wording.some(wanted)
                          + "; its reviewer "
                          + Wording.quote(first.reviewer())
                          + " refuses it since "
                          + Wording.utc(first.at())
                          + ".")
                  .not(
                      CauseCode.UNKNOWN_TOKEN,
                      "the review names the token's audiences, so its issuer and signature"
                          + " are known here")
                  .shows(Evidence.at(first.place(), "the first refused TokenReview"))
                  .shows(Evidence.at(last.place(), "the last refused TokenReview"))
                  .step(
                      pods(Optional.of(account))
                          + (owner
                              ? "  # which of them logs in there?"
                              : "  # the reviewer: its own log names the client that logs in"))
                  .step(
                      "give that client a projected token of the audience "
                          + Wording.some(wanted)
                          + " beside its API token (serviceAccountToken.audience in its pod"
                          + " template, which restarts it), and let it log in with that one")
                  .step("it worked when the reviewer's next TokenReview is authenticated")
                  .in(subject));
        });
    return found;
  }
}
