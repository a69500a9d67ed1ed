package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tokens are asked for far more often than they need to be, for minutes on end: by a program that
 * does not keep what it gets, or by a kubelet that refreshes long before the time. A burst within
 * seconds (a kubelet's restart, a deployment) is none.
 */
final class TokenRequestStorm implements Cause {

  private static final String CONTROLLER_MANAGER = "system:kube-controller-manager";

  /** In so many minutes, with gaps of no more than two. */
  private static final int SUSTAINED = 4;

  private static final int GAP = 2;

  /** A program that keeps its tokens asks a few times an hour. */
  private static final int OFTEN = 3;

  /** Refreshes before their time are none in a healthy minute; a restart has them all in one. */
  private static final int EARLY = 2;

  private static final int EARLY_SECONDS = 30;

  /** A stretch of minutes, and how many fell into it. */
  private record Stretch(long from, long to, int active, long total) {}

  @Override
  public CauseCode code() {
    return CauseCode.TOKEN_REQUEST_STORM;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    List<TokenRequest> requests = subject.facts().audit().tokenRequests();
    if (requests.isEmpty()) {
      return new Verdict.NotChecked("an audit policy that logs serviceaccounts/token");
    }
    Map<String, List<TokenRequest>> programs = new TreeMap<>();
    for (TokenRequest request : requests) {
      if (request.granted()
          && request.node().isEmpty()
          && !request.requester().equals(CONTROLLER_MANAGER)) {
        programs.computeIfAbsent(request.requester(), r -> new ArrayList<>()).add(request);
      }
    }
    Map<String, List<Lifetime>> early = new TreeMap<>();
    for (Lifetime lifetime : subject.lifetimes()) {
      boolean before =
          lifetime.refreshedAt().isPresent()
              && lifetime.refreshDue().isPresent()
              && lifetime
                  .refreshedAt()
                  .get()
                  .isBefore(lifetime.refreshDue().get().minusSeconds(EARLY_SECONDS));
      if (before && !lifetime.node().isEmpty()) {
        early.computeIfAbsent(lifetime.node(), n -> new ArrayList<>()).add(lifetime);
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    programs.forEach(
        (requester, mine) ->
            sustained(mine.stream().map(TokenRequest::receivedAt).toList(), OFTEN)
                .ifPresent(s -> found.add(ofProgram(requester, mine, s, subject))));
    early.forEach(
        (node, mine) ->
            sustained(mine.stream().flatMap(l -> l.refreshedAt().stream()).toList(), EARLY)
                .ifPresent(s -> found.add(ofNode(node, mine, s, subject))));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(requests.size(), "TokenRequest")
                + " of kubelets and "
                + Wording.count(programs.size(), "other requester"))
        : new Verdict.Found(found);
  }

  /** The longest stretch of minutes with at least so many each; empty when none lasts. */
  private static Optional<Stretch> sustained(List<Instant> times, int atLeast) {
    NavigableMap<Long, Long> minutes = new TreeMap<>();
    times.forEach(t -> minutes.merge(t.getEpochSecond() / 60, 1L, Long::sum));
    minutes.values().removeIf(n -> n < atLeast);
    Stretch best = new Stretch(0, 0, 0, 0);
    Stretch run = best;
    for (Map.Entry<Long, Long> minute : minutes.entrySet()) {
      boolean on = run.active() > 0 && minute.getKey() - run.to() <= GAP + 1;
      run =
          on
              ? new Stretch(
                  run.from(), minute.getKey(), run.active() + 1, run.total() + minute.getValue())
              : new Stretch(minute.getKey(), minute.getKey(), 1, minute.getValue());
      best = run.total() > best.total() ? run : best;
    }
    return best.active() >= SUSTAINED ? Optional.of(best) : Optional.empty();
  }

  private static Claim claim(Subject about, Stretch stretch, Case subject) {
    Instant from = Instant.ofEpochSecond(stretch.from() * 60);
    Instant to = Instant.ofEpochSecond((stretch.to() + 1) * 60);
    boolean calm =
        subject
            .facts()
            .audit()
            .span()
            .filter(
                s ->
                    s.from().isBefore(from.minusSeconds(600))
                        || s.to().isAfter(to.plusSeconds(600)))
            .isPresent();
    boolean still = !to.isBefore(Claim.end(subject).minusSeconds(600));
    return new Claim(CauseCode.TOKEN_REQUEST_STORM, about)
        .began(from)
        .ended(to)
        .severity(still ? Severity.HIGH : Severity.MEDIUM)
        .confidence(calm ? 0.94 : 0.75);
  }

  private static String often(Stretch stretch) {
    long minutes = stretch.to() - stretch.from() + 1;
    return stretch.total()
        + " times from "
        + Wording.utc(Instant.ofEpochSecond(stretch.from() * 60))
        + " on, "
        + Math.max(1, stretch.total() / minutes)
        + " a minute for "
        + Wording.count(minutes, "minute");
  }

  private static Diagnosis ofProgram(
      String requester, List<TokenRequest> mine, Stretch stretch, Case subject) {
    TreeSet<String> accounts = new TreeSet<>();
    mine.forEach(r -> accounts.add(r.account().toString()));
    Optional<Account> who = Account.ofUsername(requester);
    return claim(
            who.map(Subject::of).orElseGet(() -> Subject.ofOther("storm of " + requester)),
            stretch,
            subject)
        .says(
            who.map(Account::toString).orElseGet(() -> Wording.quote(requester))
                + " asked for tokens of "
                + Wording.some(accounts)
                + " "
                + often(stretch)
                + "; a token lives for ten minutes at least, so it does not keep what it gets.")
        .not(
            CauseCode.CONTROL_PLANE_DEGRADED,
            "these requests were granted: it is no retry after errors")
        .shows(Evidence.at(mine.get(0).place(), "its first TokenRequest"))
        .shows(Evidence.at(mine.get(mine.size() - 1).place(), "its last TokenRequest"))
        .step(
            who.map(
                    a ->
                        "kubectl get pods -n "
                            + Wording.namespace(a)
                            + " --field-selector spec.serviceAccountName="
                            + Wording.account(a)
                            + " -o wide  # the programs that ask")
                .orElse(
                    "ask whoever has that user name which script asks for tokens; address and agent"
                        + " stand in the audit events of the evidence"))
        .step(
            "let the program keep each token until 80 % of its lifetime; a loop after an error needs a back-off")
        .step(
            "kubectl get --raw /metrics | grep 'apiserver_request_total.*subresource=\"token\"'  # falls"
                + " back to its usual rate when it worked")
        .in(subject);
  }

  private static Diagnosis ofNode(String node, List<Lifetime> mine, Stretch stretch, Case subject) {
    TreeSet<String> accounts = new TreeSet<>();
    mine.forEach(l -> accounts.add(l.account().toString()));
    Claim claim =
        claim(Subject.ofNode(node), stretch, subject)
            .says(
                "The kubelet of "
                    + node
                    + " refreshed tokens of "
                    + Wording.some(accounts)
                    + " long before they were due, "
                    + often(stretch)
                    + ": its clock is ahead, or it keeps losing its token cache.")
            .not(
                CauseCode.CONTROL_PLANE_DEGRADED,
                "these requests were granted: it is no retry after errors")
            .not(
                CauseCode.ROTATION_STALL,
                "the kubelet asks too often, not too late; a single restart would ask once");
    mine.stream().limit(3).forEach(l -> claim.shows(l.evidence().stream().limit(1).toList()));
    String name = Wording.name(node, "node");
    return claim
        .shows(
            Evidence.object(
                new io.tokentrail.model.ObjectRef("Node", "", node), "whose kubelet it is"))
        .step(
            "ssh "
                + name
                + " 'date -u && chronyc tracking && systemctl status kubelet'  # ahead? restarting?")
        .step(
            "ssh "
                + name
                + " sudo chronyc makestep  # jumps the clock, which databases on that node may mind")
        .step(
            "TokenRequests by system:node:"
                + name
                + " fall back to one for each pod and lifetime when it worked")
        .in(subject);
  }
}
