package io.tokentrail.detect;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Series;
import io.tokentrail.model.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Metric exports against their own baselines: counters as increase per minute, gauges as they are.
 *
 * <p>Left out: metrics whose change says nothing about credentials (the attempts' duration, whose
 * count equals the attempts; sums; process start times); series that never moved, except where 0 is
 * an answer; and beyond {@link #MOST_OF_A_NAME} of a name and {@link #MOST} in all those without a
 * warning and with the smallest ratio.
 */
final class MetricSignals {

  /** A cluster has a series of some metrics for each node, volume plugin and status. */
  static final int MOST_OF_A_NAME = 20;

  /** Rows in all, so that the table stays one that can be read. */
  static final int MOST = 300;

  private static final Set<String> COUNTERS =
      Set.of(
          "authentication_attempts",
          "authentication_attempts_total",
          "authentication_token_cache_request_total",
          "authentication_token_cache_fetch_total",
          "authenticated_user_requests",
          "authorization_attempts_total",
          "serviceaccount_stale_tokens_total",
          "serviceaccount_valid_tokens_total",
          "serviceaccount_legacy_tokens_total",
          "serviceaccount_legacy_auto_token_uses_total",
          "serviceaccount_legacy_manual_token_uses_total",
          "serviceaccount_invalid_legacy_auto_token_uses_total",
          "apiserver_audit_event_total",
          "apiserver_audit_error_total",
          "apiserver_audit_requests_rejected_total",
          "apiserver_request_total",
          "apiserver_request_terminations_total",
          "apiserver_tls_handshake_errors_total",
          "apiserver_externaljwt_fetch_keys_request_total",
          "apiserver_externaljwt_sign_request_total",
          "rest_client_requests_total",
          "apiserver_delegated_authn_request_total",
          "storage_operation_duration_seconds_count",
          "storage_operation_errors_total");

  private static final Set<String> GAUGES =
      Set.of(
          "authentication_token_cache_active_fetch_count",
          "apiserver_storage_objects",
          "apiserver_resource_objects",
          "etcd_object_counts");

  /** An expression's result is named by its file, which no metric is. */
  private static final Pattern EXPRESSION = Pattern.compile(".*[^a-zA-Z0-9_:].*");

  private MetricSignals() {}

  /**
   * The rows of the metric exports.
   *
   * @param facts what was read
   * @param failures the 401s looked at
   * @param tokens token requests a minute that the known pods must make; 0 where none is known
   */
  static List<Signal> of(Facts facts, List<Attributed> failures, double tokens) {
    MetricWarnings warnings = new MetricWarnings(facts.audit().span(), failures, tokens);
    List<Signal> ranked = new ArrayList<>();
    for (Series series : SameCounter.once(facts)) {
      if (COUNTERS.contains(series.name())) {
        counter(series, warnings, ranked);
      } else if (GAUGES.contains(series.name()) || EXPRESSION.matcher(series.name()).matches()) {
        gauge(series, ranked);
      }
    }
    ranked.sort(
        Comparator.comparing((Signal s) -> s.warning().isEmpty())
            .thenComparing(MetricSignals::rank, Comparator.reverseOrder())
            .thenComparing(Comparator.naturalOrder()));
    Map<String, Integer> ofName = new HashMap<>();
    return ranked.stream()
        .filter(s -> ofName.merge(s.name(), 1, Integer::sum) <= MOST_OF_A_NAME)
        .limit(MOST)
        .toList();
  }

  private static double rank(Signal s) {
    return s.ratio().orElse(s.peak() > 0 ? Double.MAX_VALUE : 0);
  }

  /** Whether 0 is an answer to a question that a reader has. */
  private static boolean telling(String name) {
    return name.startsWith("serviceaccount_") || name.startsWith("authentication_attempts");
  }

  private static void counter(Series series, MetricWarnings warnings, List<Signal> to) {
    List<Rise> rises = Rise.of(series.points());
    String warning = warnings.of(series, rises);
    if (rises.isEmpty()) {
      // One sample has no rate: what it counted since its process started is worth a row only where
      // any such use is.
      if (!warning.isEmpty()) {
        Series.Point only = series.points().get(series.points().size() - 1);
        to.add(signal(series, 0, only.value(), only.at(), warning));
      }
      return;
    }
    if (Rise.total(rises) == 0 && warning.isEmpty() && !telling(series.name())) {
      return;
    }
    double usual = Rise.median(rises.stream().mapToDouble(Rise::perMinute).toArray());
    Rise peak = peak(rises);
    to.add(signal(series, usual, peak.perMinute(), peak.to(), warning));
  }

  /** The steepest rise, the first one where several are. */
  static Rise peak(List<Rise> rises) {
    Rise peak = rises.get(0);
    for (Rise rise : rises) {
      peak = rise.perMinute() > peak.perMinute() ? rise : peak;
    }
    return peak;
  }

  private static void gauge(Series series, List<Signal> to) {
    // a count of -1 says that counting failed (apiserver_storage_objects)
    List<Series.Point> points =
        series.points().stream().filter(p -> Double.isFinite(p.value()) && p.value() >= 0).toList();
    if (points.stream().mapToDouble(Series.Point::value).distinct().count() < 2) {
      return;
    }
    Series.Point peak = points.get(0);
    for (Series.Point point : points) {
      peak = point.value() > peak.value() ? point : peak;
    }
    double usual = Rise.median(points.stream().mapToDouble(Series.Point::value).toArray());
    to.add(signal(series, usual, peak.value(), peak.at(), ""));
  }

  static String labels(Series series) {
    return series.labels().entrySet().stream()
        .map(e -> e.getKey() + "=" + Signals.labelValue(e.getValue()))
        .collect(Collectors.joining(";"));
  }

  private static Signal signal(
      Series series, double usual, double peak, Instant peakAt, String warning) {
    List<Series.Point> points = series.points();
    return new Signal(
        series.name(),
        labels(series),
        points.get(0).at(),
        points.get(points.size() - 1).at(),
        usual,
        peak,
        peakAt,
        usual > 0 ? OptionalDouble.of(peak / usual) : OptionalDouble.empty(),
        warning,
        "");
  }
}
