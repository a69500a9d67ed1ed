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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * TokenRequests fail because the API server does: overload (429) or errors (5xx) for many accounts
 * and many requesters at the same time.
 */
final class ControlPlaneDegraded implements Cause {

  private static final int ACCOUNTS = 4;

  private static final int REQUESTERS = 2;

  private static final Duration AFTER = Duration.ofMinutes(10);

  @Override
  public CauseCode code() {
    return CauseCode.CONTROL_PLANE_DEGRADED;
  }

  @Override
  public Verdict examine(Case subject) {
    List<TokenRequest> requests = subject.facts().audit().tokenRequests();
    if (requests.isEmpty()) {
      return new Verdict.NotChecked("an audit policy that logs serviceaccounts/token");
    }
    List<TokenRequest> failed = failed(subject);
    Optional<Interval> outage = outage(subject);
    if (outage.isEmpty()) {
      return new Verdict.Clear(
          Wording.count(requests.size(), "TokenRequest")
              + ", of which "
              + failed.size()
              + " were answered 429 or 5xx");
    }
    Set<Account> accounts =
        failed.stream().map(TokenRequest::account).collect(Collectors.toCollection(TreeSet::new));
    List<Refusal> mine =
        Refusals.of(subject).stream()
            .filter(r -> r.reason() == Reason.EXPIRED)
            .filter(r -> r.account().filter(accounts::contains).isPresent())
            .filter(r -> outage.get().contains(r.at()))
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
                .shows(Evidence.at(first.place(), "the first TokenRequest that failed"))
                .shows(Evidence.at(last.place(), "the last TokenRequest that failed"))
                .step("kubectl get --raw '/readyz?verbose'")
                .step(
                    "kubectl get --raw /metrics | grep -E"
                        + " 'etcd_request_duration|apiserver_flowcontrol_rejected|apiserver_request_terminations'")
                .step(
                    "TokenRequests are answered 201 again when it worked; kubelets retry by themselves")
                .in(subject)));
  }

  private static String codes(List<TokenRequest> failed) {
    TreeSet<String> codes = new TreeSet<>();
    failed.forEach(r -> codes.add(Integer.toString(r.code())));
    return String.join(", ", codes);
  }

  private static List<TokenRequest> failed(Case subject) {
    return subject.facts().audit().tokenRequests().stream()
        .filter(r -> r.code() == 429 || r.code() >= 500)
        .toList();
  }

  /** From the first failed TokenRequest until shortly after the last; empty when few are hit. */
  static Optional<Interval> outage(Case subject) {
    List<TokenRequest> failed = failed(subject);
    long accounts = failed.stream().map(TokenRequest::account).distinct().count();
    long requesters = failed.stream().map(TokenRequest::requester).distinct().count();
    if (accounts < ACCOUNTS || requesters < REQUESTERS) {
      return Optional.empty();
    }
    return Optional.of(
        new Interval(
            failed.get(0).receivedAt(), failed.get(failed.size() - 1).receivedAt().plus(AFTER)));
  }
}
