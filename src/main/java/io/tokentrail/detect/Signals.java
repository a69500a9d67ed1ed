package io.tokentrail.detect;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Signal;
import io.tokentrail.model.TokenRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rates that say when something was unusual: of the audit log by minute, and of the metric
 * exports. Token requests are measured against what the known pods must ask for; any other baseline
 * is the median over the signal's own minutes or samples (those of the same hour of the day in a
 * log of a week or more), which short incidents do not move.
 */
public final class Signals {

  /** Twice the usual is where an operator looks. */
  static final double NOTABLE = 2;

  /**
   * A minute of many token requests is a kubelet's restart, which asks for all its pods at once and
   * is done within one or two; five minutes are not.
   */
  static final int SUSTAINED_MINUTES = 5;

  /** Callers listed; the ones with the largest peaks are kept, notable ones first. */
  static final int MOST_CALLERS = 100;

  /** Modified z-score from which a count is an outlier (Iglewicz and Hoaglin 1993). */
  static final double OUTLIER = 3.5;

  private Signals() {}

  /**
   * Every signal that the input gives, sorted.
   *
   * @param facts what was read
   * @param failures the 401s looked at
   */
  public static List<Signal> of(Facts facts, List<Attributed> failures) {
    List<Signal> all = new ArrayList<>();
    Optional<Interval> logged = facts.audit().span();
    Optional<ExpectedRequests> expected = logged.map(span -> new ExpectedRequests(facts, span));
    logged.ifPresent(span -> all.add(refusals(facts, failures, span)));
    logged.ifPresent(span -> all.addAll(tokenRequests(facts, span, expected.orElseThrow())));
    logged.ifPresent(span -> all.addAll(starts(span, expected.orElseThrow())));
    double tokens = expected.map(ExpectedRequests::perMinute).orElse(0.0);
    all.addAll(MetricSignals.of(facts, failures, tokens));
    all.addAll(NodeSignals.of(facts, failures));
    return all.stream().sorted().toList();
  }

  private static Signal refusals(Facts facts, List<Attributed> failures, Interval span) {
    PerMinute minutes =
        PerMinute.of(
            failures.stream().map(Attributed::failure).map(Failure::receivedAt).toList(), span);
    String warning = "";
    Optional<Map.Entry<Long, Long>> most = minutes.mostUnusual();
    if (most.isPresent()) {
      Baseline usual = minutes.usual().at(most.get().getKey());
      if (usual.score(most.get().getValue()) >= OUTLIER) {
        warning =
            "a minute with %d refused requests where %s are usual"
                .formatted(most.get().getValue(), number(usual.perMinute()));
        if (facts.series().stream().anyMatch(s -> s.name().equals("apiserver_request_total"))) {
          warning += "; apiserver_request_total cannot see refused authentication";
        }
      }
    }
    return signal("audit_401_per_minute", "", minutes, minutes.baseline(), warning);
  }

  private static List<Signal> tokenRequests(Facts facts, Interval span, ExpectedRequests expected) {
    SortedMap<String, List<TokenRequest>> callers = new TreeMap<>();
    for (TokenRequest request : facts.audit().tokenRequests()) {
      callers.computeIfAbsent(request.requester(), c -> new ArrayList<>()).add(request);
    }
    return callers.values().stream()
        .map(requests -> tokenRequests(requests, span, expected))
        .sorted(
            Comparator.comparing((Signal s) -> s.warning().isEmpty())
                .thenComparing(Signal::peak, Comparator.reverseOrder())
                .thenComparing(Signal::labels))
        .limit(MOST_CALLERS)
        .toList();
  }

  /** One caller's, against what it must ask for; against its own median where that is not known. */
  private static Signal tokenRequests(
      List<TokenRequest> requests, Interval span, ExpectedRequests expected) {
    TokenRequest first = requests.get(0);
    String node = first.node();
    PerMinute minutes =
        PerMinute.of(requests.stream().map(TokenRequest::receivedAt).toList(), span);
    long accounts = requests.stream().map(TokenRequest::account).distinct().count();
    boolean known = node.isEmpty() || expected.knows(node);
    double baseline =
        node.isEmpty()
            ? ExpectedRequests.ofProgram(accounts)
            : known ? expected.perMinute(node) : minutes.baseline();
    double limit = NOTABLE * Math.max(1, baseline);
    PerMinute.Run run =
        minutes.longestRunOver(
            minute -> limit + (node.isEmpty() ? 0 : expected.atStart(node, minute)));
    String warning = "";
    if (run.minutes() >= SUSTAINED_MINUTES) {
      String why =
          node.isEmpty()
              ? counted(accounts, "account") + ", each token kept to 80 % of an hour"
              : known
                  ? counted(expected.pods(node), "pod") + ", each token kept to 80 % of its life"
                  : "the median of its minutes";
      warning =
          "more than %s token requests a minute for %d minutes in a row, where %s is expected (%s);"
                  .formatted(number(limit), run.minutes(), number(baseline), why)
              + " %s started meanwhile"
                  .formatted(
                      counted(expected.started(run.from(), run.from() + run.minutes()), "pod"));
    }
    String labels =
        node.isEmpty() ? "caller=" + labelValue(first.requester()) : "node=" + labelValue(node);
    return signal("token_requests_per_minute", labels, minutes, baseline, warning);
  }

  /** Deployments, scalings and restarts of nodes: each pod that starts asks for its tokens. */
  private static List<Signal> starts(Interval span, ExpectedRequests expected) {
    List<Instant> starts = expected.starts();
    if (starts.isEmpty()) {
      return List.of();
    }
    PerMinute minutes = PerMinute.of(starts, span);
    return List.of(signal("pod_starts_per_minute", "", minutes, minutes.baseline(), ""));
  }

  private static Signal signal(
      String name, String labels, PerMinute minutes, double baseline, String warning) {
    return new Signal(
        name,
        labels,
        minutes.span().from(),
        minutes.span().to(),
        baseline,
        minutes.peak(),
        minutes.peakAt(),
        PerMinute.ratio((double) minutes.peak(), baseline),
        warning,
        "");
  }

  /** A label's value inside {@code k=v;k=v}: the separator is not its to write. */
  static String labelValue(String value) {
    return value.replace(';', ',');
  }

  /** {@code 1 pod}, {@code 2 pods}. */
  static String counted(long many, String what) {
    return many + " " + what + (many == 1 ? "" : "s");
  }

  /** A number in a sentence: whole where it is, else with one or two decimals. */
  static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
  }
}
