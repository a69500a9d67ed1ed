package io.tokentrail.report.html;

import io.tokentrail.model.Exemption;
import io.tokentrail.model.Exemptions;
import io.tokentrail.model.Exemptions.Status;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Report;
import io.tokentrail.report.Words;
import java.util.Comparator;
import java.util.List;

/**
 * The user's exceptions and what became of them.
 *
 * @param title the heading, which is the result; empty when none were given
 * @param today the day by which they were judged, in words
 * @param rows what needs a look first
 */
public record ExceptionsView(String title, String today, List<Row> rows) {

  /**
   * An exception.
   *
   * @param status expired, unused, used
   * @param selects what it is about
   * @param owner who answers for it
   * @param reason why
   * @param expires its last day
   * @param findings the findings that it selects
   * @param note why it may be unused
   */
  public record Row(
      String status,
      String selects,
      String owner,
      String reason,
      String expires,
      List<String> findings,
      String note) {}

  private static final int MOST = 200;

  static ExceptionsView of(Report report) {
    Exemptions all = report.exemptions();
    if (!all.given()) {
      return new ExceptionsView("", "", List.of());
    }
    Comparator<Exemptions.Judged> attention =
        Comparator.comparing(
            j -> j.status() == Status.EXPIRED ? 0 : j.status() == Status.UNUSED ? 1 : 2);
    return new ExceptionsView(
        "Exceptions: "
            + Words.count(all.count(Status.USED))
            + " used, "
            + Words.count(all.count(Status.EXPIRED))
            + " expired, "
            + Words.count(all.count(Status.UNUSED))
            + " unused",
        "Judged by " + all.today() + ", from " + Show.text(all.file(), 200),
        all.all().stream()
            .sorted(attention.thenComparing(j -> j.exemption().line()))
            .limit(MOST)
            .map(ExceptionsView::row)
            .toList());
  }

  /** The mark of an accepted finding; empty for the others. */
  static String accepted(Finding finding, Report report) {
    return report
        .exemptions()
        .accepting(finding)
        .map(
            e ->
                "Accepted until "
                    + e.expires()
                    + " by "
                    + Show.text(e.owner(), 100)
                    + ": "
                    + Show.text(e.reason(), 300))
        .orElse("");
  }

  private static Row row(Exemptions.Judged j) {
    Exemption e = j.exemption();
    return new Row(
        j.status().code(),
        Show.text(e.selects(), 300) + " (line " + e.line() + ")",
        Show.text(e.owner(), 100),
        Show.text(e.reason(), 300),
        e.expires().toString(),
        j.findingIds().stream().limit(10).toList(),
        Show.text(j.note(), 200));
  }
}
