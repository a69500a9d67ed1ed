package io.tokentrail.report.html;

import io.tokentrail.model.Correlation;
import io.tokentrail.report.Words;
import java.util.List;
import java.util.Optional;

/**
 * Section 5: whether each account's 401s follow its rotation.
 *
 * @param title the heading, which is the result
 * @param rows an account each
 * @param more how many more csv/correlations.csv lists
 * @param plots where in a token's life the incidents of an account began
 */
public record RotationView(String title, List<Row> rows, int more, List<PhasePlot> plots) {

  private static final int MOST = 50;
  private static final int MOST_PLOTS = 12;

  /**
   * A row.
   *
   * @param account the account
   * @param link its row in the accounts' table; empty without
   * @param verdict in step, not in step, too few
   * @param sign the verdict's sign
   * @param failures its 401s
   * @param incidents its incidents
   * @param windows windows of it
   * @param inWindow incidents inside, of all
   * @param share the interval that the true share inside lies in
   * @param expected how many chance would put there
   * @param lift observed over expected
   * @param p mid-p
   * @param q after the correction for several accounts
   * @param shiftP the same by common shifts
   */
  public record Row(
      String account,
      String link,
      String verdict,
      String sign,
      String failures,
      String incidents,
      String windows,
      String inWindow,
      String share,
      String expected,
      String lift,
      String p,
      String q,
      String shiftP) {}

  static RotationView of(Telling telling) {
    List<Correlation> all = telling.report.correlations().stream().sorted().toList();
    long yes = all.stream().filter(c -> c.verdict() == Correlation.Verdict.CORRELATED).count();
    long tested =
        all.stream().filter(c -> c.verdict() != Correlation.Verdict.INSUFFICIENT_DATA).count();
    String title =
        all.isEmpty()
            ? "In step with rotation? No account has a 401"
            : tested == 0
                ? "In step with rotation? Too few incidents to test"
                : yes + " of " + Words.count(tested, "tested account") + " in step with rotation";
    return new RotationView(
        title,
        all.stream().limit(MOST).map(c -> row(c, telling)).toList(),
        Math.max(0, all.size() - MOST),
        all.stream()
            .map(c -> PhasePlot.of(c, telling))
            .flatMap(Optional::stream)
            .limit(MOST_PLOTS)
            .toList());
  }

  private static Row row(Correlation c, Telling telling) {
    return new Row(
        Show.text(c.account().toString(), 160),
        telling.anchors.link(c.account()),
        verdict(c.verdict()),
        switch (c.verdict()) {
          case CORRELATED -> "✓";
          case NOT_CORRELATED -> "✕";
          case INSUFFICIENT_DATA -> "?";
        },
        Show.count(c.failures()),
        Show.count(c.incidents()),
        Show.count(c.windows()),
        c.verdict() == Correlation.Verdict.INSUFFICIENT_DATA && c.windows() == 0
            ? ""
            : Show.count(c.inWindow()) + " of " + Show.count(c.incidents()),
        c.shareLow().isPresent() && c.shareHigh().isPresent()
            ? percent(c.shareLow().getAsDouble())
                + "–"
                + percent(c.shareHigh().getAsDouble())
                + " %"
            : "",
        Show.fixed(c.expectedInWindow()),
        Show.statistic(c.lift()),
        Show.statistic(c.pValue()),
        Show.statistic(c.qValue()),
        Show.statistic(c.shiftP()));
  }

  private static long percent(double share) {
    return Math.round(share * 100);
  }

  static String verdict(Correlation.Verdict verdict) {
    return switch (verdict) {
      case CORRELATED -> "in step";
      case NOT_CORRELATED -> "not in step";
      case INSUFFICIENT_DATA -> "too few";
    };
  }
}
