package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * TokenRequests fail because the API server does: overload (429) or errors (5xx) for many accounts
 * and many requesters at the same time.
 */
final class ControlPlaneDegraded implements Cause {

  private static final int ACCOUNTS = 4;

  private static final int REQUESTERS = 2;

  /** Retries come within minutes, and what they bring is read within some more. */
  private static final Duration AFTER = Duration.ofMinutes(10);

  @Override
  public CauseCode code() {
    return CauseCode.CONTROL_PLANE_DEGRADED;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    List<TokenRequest> requests = subject.facts().audit().tokenRequests();
    if (requests.isEmpty()) {
      return new Verdict.NotChecked("an audit policy that logs serviceaccounts/token");
    }
    List<List<TokenRequest>> outages = outages(subject);
    if (outages.isEmpty()) {
      return new Verdict.Clear(
          Wording.count(requests.size(), "TokenRequest")
              + ", of which "
              + failed(subject).size()
              + " were answered 429 or 5xx");
    }
    List<TokenRequest> failed = outages.stream().flatMap(List::stream).toList();
    TokenState tokens = TokenState.of(subject);
    Set<Account> accounts =
        failed.stream().map(TokenRequest::account).collect(Collectors.toCollection(TreeSet::new));
    List<Refusal> mine =
        refusals.stream()
            .filter(
                r ->
                    r.reason() == Reason.EXPIRED
                        || (r.reason() == Reason.UNKNOWN && tokens.deadAt(r).isPresent()))
            .filter(r -> r.account().filter(accounts::contains).isPresent())
            .filter(r -> outages.stream().anyMatch(o -> span(o).contains(r.at())))
            .toList();
    TokenRequest first = failed.get(0);
    TokenRequest last = failed.get(failed.size() - 1);
    return new Verdict.Found(
        List.of(
            new Claim(CauseCode.CONTROL_PLANE_DEGRADED, Subject.ALL)
                .explains(mine)
                .began(first.receivedAt())
                .ended(last.receivedAt())
                .severity(Severity.HIGH)
                .confidence(0.9)
                .says(
                    "The API server answered TokenRequests for "
                        + Wording.count(accounts.size(), "account")
                        + " with "
                        + codes(failed)
                        + " from "
                        + Wording.utc(first.receivedAt())
                        + " to "
                        + Wording.utc(last.receivedAt())
                        + ": it is the API server or its etcd, no node and no account.")
                .not(
                    CauseCode.ROTATION_STALL,
                    "a kubelet or a policy would hit one node or account; these are "
                        + Wording.count(accounts.size(), "account")
                        + " at the same time")
                .not(
                    CauseCode.CLIENT_CERT_REJECTED,
                    "the requesters were authenticated: they were answered 429 or 5xx, not 401")
                .shows(Evidence.at(first.place(), "the first TokenRequest that failed"))
                .shows(Evidence.at(last.place(), "the last TokenRequest that failed"))
                .step("kubectl get --raw '/readyz?verbose'  # which check fails?")
                .step(
                    "kubectl get --raw /metrics | grep -E"
                        + " 'etcd_request_duration|apiserver_flowcontrol_rejected|apiserver_request_terminations'"
                        + "  # slow storage, or too many requests?")
                .step(
                    "relieve what is slow: etcd's disk, a webhook that hangs, a client that floods (a"
                        + " restart of the API server drops every watch, and makes it worse at first);"
                        + " TokenRequests are answered 201 again when it worked, kubelets retry by"
                        + " themselves")
                .in(subject)));
  }

  private static String codes(List<TokenRequest> failed) {
    TreeSet<String> codes = new TreeSet<>();
    failed.forEach(r -> codes.add(Integer.toString(r.code())));
    return String.join(", ", codes);
  }

  private static List<TokenRequest> failed(Case subject) {
    return subject.facts().audit().tokenRequests().stream()
        .filter(ControlPlaneDegraded::fails)
        .sorted(Comparator.comparing(TokenRequest::receivedAt))
        .toList();
  }

  /** Stretches in which TokenRequests of many failed; what fails now and then is none. */
  private static List<List<TokenRequest>> outages(Case subject) {
    List<List<TokenRequest>> runs = new ArrayList<>();
    TokenRequest before = null;
    for (TokenRequest request : failed(subject)) {
      if (before == null || request.receivedAt().isAfter(before.receivedAt().plus(AFTER))) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(request);
      before = request;
    }
    runs.removeIf(
        run ->
            run.stream().map(TokenRequest::account).distinct().count() < ACCOUNTS
                || run.stream().map(TokenRequest::requester).distinct().count() < REQUESTERS);
    return runs;
  }

  private static Interval span(List<TokenRequest> outage) {
    return new Interval(
        outage.get(0).receivedAt(), outage.get(outage.size() - 1).receivedAt().plus(AFTER));
  }

  /** Whether this request failed with everybody else's. */
  static Predicate<TokenRequest> everybodys(Case subject) {
    List<Interval> spans = outages(subject).stream().map(ControlPlaneDegraded::span).toList();
    return request ->
        fails(request) && spans.stream().anyMatch(s -> s.contains(request.receivedAt()));
  }

  private static boolean fails(TokenRequest request) {
    return request.code() == 429 || request.code() >= 500;
  }
}
