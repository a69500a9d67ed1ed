package io.tokentrail.report;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * 401s of a token's holder while it was the newest token: attributed to its account (and its pod
 * where one is named) from the token's issue until the next token of the same account, pod, node
 * and audience was issued, or until the input ends. A 401 may count in several rows: those of two
 * audiences, or of pods that cannot be told apart.
 */
public final class WindowFailures {

  private record Holder(Account account, String pod) {}

  private record Series(Account account, String pod, String node, String audience) {
    static Series of(Lifetime l) {
      return new Series(l.account(), l.pod(), l.node(), l.audience());
    }
  }

  private final Map<Holder, List<Instant>> failures = new HashMap<>();
  private final Map<Series, NavigableSet<Instant>> issues = new HashMap<>();

  public WindowFailures(Report report) {
    for (Attributed attributed : report.caseFile().failures()) {
      Instant at = attributed.failure().receivedAt();
      attributed
          .sender()
          .account()
          .ifPresent(
              account -> {
                add(new Holder(account, ""), at);
                if (!attributed.sender().pod().isEmpty()) {
                  add(new Holder(account, attributed.sender().pod()), at);
                }
              });
    }
    failures.values().forEach(Collections::sort);
    for (Lifetime lifetime : report.caseFile().lifetimes()) {
      issues.computeIfAbsent(Series.of(lifetime), s -> new TreeSet<>()).add(lifetime.issuedAt());
    }
  }

  private void add(Holder holder, Instant at) {
    failures.computeIfAbsent(holder, h -> new ArrayList<>()).add(at);
  }

  /** How many. */
  public long during(Lifetime lifetime) {
    List<Instant> times =
        failures.getOrDefault(new Holder(lifetime.account(), lifetime.pod()), List.of());
    Instant next = issues.get(Series.of(lifetime)).higher(lifetime.issuedAt());
    int to = next == null ? times.size() : before(times, next);
    return Math.max(0, to - before(times, lifetime.issuedAt()));
  }

  /** How many lie before a time. */
  private static int before(List<Instant> times, Instant at) {
    int low = 0;
    int high = times.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (times.get(mid).isBefore(at)) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }
}
