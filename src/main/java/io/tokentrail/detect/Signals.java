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
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rates that say when something was unusual: of the audit log by minute, and of the metric
 * exports. A baseline is the median over the signal's own minutes or samples, which short incidents
 * do not move; what goes on all the time is its own baseline and stands out in none.
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
    facts.audit().span().ifPresent(span -> all.add(refusals(facts, failures, span)));
    facts.audit().span().ifPresent(span -> all.addAll(tokenRequests(facts, span)));
    all.addAll(MetricSignals.of(facts, failures));
    return all.stream().sorted().toList();
  }

  private static Signal refusals(Facts facts, List<Attributed> failures, Interval span) {
    PerMinute minutes =
        PerMinute.of(
            failures.stream().map(Attributed::failure).map(Failure::receivedAt).toList(), span);
    String warning = "";
    if (minutes.peak() > 0 && minutes.usual().score(minutes.peak()) >= OUTLIER) {
      warning =
          "a minute with %d refused requests where %s are usual"
              .formatted(minutes.peak(), number(minutes.usual().perMinute()));
      if (facts.series().stream().anyMatch(s -> s.name().equals("apiserver_request_total"))) {
        warning += "; apiserver_request_total cannot see refused authentication";
      }
    }
    return signal("audit_401_per_minute", "", minutes, warning);
  }

  private static List<Signal> tokenRequests(Facts facts, Interval span) {
    SortedMap<String, List<Instant>> callers = new TreeMap<>();
    for (TokenRequest request : facts.audit().tokenRequests()) {
      String labels =
          request.node().isEmpty()
              ? "caller=" + labelValue(request.requester())
              : "node=" + labelValue(request.node());
      callers.computeIfAbsent(labels, l -> new ArrayList<>()).add(request.receivedAt());
    }
    List<Signal> rows = new ArrayList<>();
    for (Map.Entry<String, List<Instant>> caller : callers.entrySet()) {
      PerMinute minutes = PerMinute.of(caller.getValue(), span);
      double limit = NOTABLE * Math.max(1, minutes.usual().perMinute());
      int run = minutes.longestRunOver(limit);
      String warning =
          run < SUSTAINED_MINUTES
              ? ""
              : "more than %s token requests a minute for %d minutes in a row"
                  .formatted(number(limit), run);
      rows.add(signal("token_requests_per_minute", caller.getKey(), minutes, warning));
    }
    return rows.stream()
        .sorted(
            Comparator.comparing((Signal s) -> s.warning().isEmpty())
                .thenComparing(Signal::peak, Comparator.reverseOrder())
                .thenComparing(Signal::labels))
        .limit(MOST_CALLERS)
        .toList();
  }

  private static Signal signal(String name, String labels, PerMinute minutes, String warning) {
    return new Signal(
        name,
        labels,
        minutes.span().from(),
        minutes.span().to(),
        minutes.usual().perMinute(),
        minutes.peak(),
        minutes.peakAt(),
        minutes.ratio(),
        warning,
        "");
  }

  /** A label's value inside {@code k=v;k=v}: the separator is not its to write. */
  static String labelValue(String value) {
    return value.replace(';', ',');
  }

  /** A number in a sentence: whole where it is, else with one or two decimals. */
  static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
  }
}
