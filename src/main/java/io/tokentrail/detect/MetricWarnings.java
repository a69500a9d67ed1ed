package io.tokentrail.detect;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What is notable about a counter, in plain words; nothing where nothing is. */
final class MetricWarnings {

  private final Optional<Interval> logged;

  /** This API server's own refusals; a backend's 401 is no authentication attempt. */
  private final NavigableMap<Instant, Integer> refusals = new TreeMap<>();

  /** Token requests a minute that the known pods must make; 0 where none is known. */
  private final double tokens;

  MetricWarnings(Optional<Interval> logged, List<Attributed> failures, double tokens) {
    this.logged = logged;
    this.tokens = tokens;
    failures.stream()
        .map(Attributed::failure)
        .filter(f -> !f.proxied())
        .forEach(f -> refusals.merge(f.receivedAt(), 1, Integer::sum));
  }

  String of(Series series, List<Rise> rises) {
    if (series.points().isEmpty()) {
      return "";
    }
    double gained = Rise.total(rises);
    String count = Signals.number(gained);
    return switch (series.name()) {
      case "authentication_attempts", "authentication_attempts_total" ->
          refused(series.labels().getOrDefault("result", "")) ? attempts(rises) : "";
      case "serviceaccount_invalid_legacy_auto_token_uses_total" ->
          invalidated(series, gained, count);
      case "serviceaccount_stale_tokens_total" ->
          gained > 0
              ? "extended tokens are used past their warning threshold (at least "
                  + count
                  + " times): they fail once the extension is off"
              : "";
      // counted when the signature fits, before the Secret and the account are looked up
      case "serviceaccount_legacy_tokens_total" ->
          gained > 0
              ? "Secret-based tokens are presented (at least "
                  + count
                  + " times, refused ones included)"
              : "";
      case "serviceaccount_legacy_auto_token_uses_total",
          "serviceaccount_legacy_manual_token_uses_total" ->
          gained > 0 ? "Secret-based tokens are in use (at least " + count + " times)" : "";
      case "apiserver_request_total" -> requests(series, rises, gained);
      case "apiserver_audit_error_total", "apiserver_audit_requests_rejected_total" ->
          gained > 0 ? count + " audit events were lost: the log is incomplete" : "";
      case "rest_client_requests_total" ->
          gained > 0 && series.labels().getOrDefault("code", "").equals("401")
              ? "this client itself was answered 401 at least " + count + " times"
              : "";
      case "storage_operation_duration_seconds_count" ->
          gained > 0 && series.labels().getOrDefault("status", "").startsWith("fail")
              ? count + " volume operations failed"
              : "";
      default -> "";
    };
  }

  /**
   * {@code error} is a bad token or certificate, {@code failure} no usable credentials where
   * anonymous access is off.
   */
  private static boolean refused(String result) {
    return result.equals("error") || result.equals("failure");
  }

  private String attempts(List<Rise> rises) {
    double usual = Rise.median(rises.stream().mapToDouble(Rise::perMinute).toArray());
    List<Rise> steep =
        rises.stream()
            .filter(r -> r.perMinute() > Signals.NOTABLE * usual && r.outlies(usual))
            .toList();
    if (steep.isEmpty()) {
      return "";
    }
    String over = "over twice the usual rate in " + steep.size() + " of its intervals";
    List<Rise> seen = steep.stream().filter(this::covered).toList();
    if (seen.isEmpty()) {
      return "refused authentication " + over;
    }
    long together = seen.stream().filter(r -> during(r) > 0).count();
    Rise peak = MetricSignals.peak(seen);
    return together == 0
        ? "refused authentication "
            + over
            + ", none of which has a 401 in the audit log: its policy leaves them out, or another"
            + " server's log is missing"
        : "rises with the audit log's 401s: %s; %d of %d have some, the steepest %d"
            .formatted(over, together, seen.size(), during(peak));
  }

  private boolean covered(Rise rise) {
    return logged.map(l -> l.overlaps(new Interval(rise.from(), rise.to()))).orElse(false);
  }

  private int during(Rise rise) {
    return refusals.subMap(rise.from(), false, rise.to(), true).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** Any use is one too many: each is a 401 or a refused review. */
  private static String invalidated(Series series, double gained, String count) {
    double stands = series.points().get(series.points().size() - 1).value();
    if (gained > 0) {
      return "invalidated Secret-based tokens are still tried (at least "
          + count
          + " times); each is a 401 or a refused TokenReview";
    }
    return stands > 0
        ? "invalidated Secret-based tokens were tried %s times before this export began"
            .formatted(Signals.number(stands))
        : "";
  }

  private String requests(Series series, List<Rise> rises, double gained) {
    if (series.labels().getOrDefault("code", "").equals("401")) {
      return gained > 0
          ? "counts only 401s that a backend or a handler answered: it cannot see refused"
              + " authentication"
          : "";
    }
    if (!series.labels().getOrDefault("subresource", "").equals("token")) {
      return "";
    }
    double usual =
        tokens > 0 ? tokens : Rise.median(rises.stream().mapToDouble(Rise::perMinute).toArray());
    double limit = Signals.NOTABLE * Math.max(1, usual);
    Duration longest = longestOver(rises, limit);
    return longest.toMinutes() >= Signals.SUSTAINED_MINUTES
        ? "more than %s token requests a minute for %d minutes, where %s is %s"
            .formatted(
                Signals.number(limit),
                longest.toMinutes(),
                Signals.number(usual),
                tokens > 0 ? "what the known pods must ask for" : "the median")
        : "";
  }

  private static Duration longestOver(List<Rise> rises, double limit) {
    Duration longest = Duration.ZERO;
    Duration run = Duration.ZERO;
    for (Rise rise : rises) {
      run =
          rise.perMinute() > limit
              ? run.plus(Duration.between(rise.from(), rise.to()))
              : Duration.ZERO;
      longest = run.compareTo(longest) > 0 ? run : longest;
    }
    return longest;
  }
}
