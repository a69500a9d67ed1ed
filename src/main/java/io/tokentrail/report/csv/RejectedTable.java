package io.tokentrail.report.csv;

import io.tokentrail.model.Reject;
import io.tokentrail.model.Report;
import io.tokentrail.report.Visible;
import java.math.BigDecimal;

/** rejected.csv: records that could not be used. */
final class RejectedTable {

  /** Longest sample, in characters. */
  static final int SAMPLE = 120;

  private RejectedTable() {}

  static Table of(Report report) {
    return Table.<Reject>named("rejected")
        .column("path", r -> Cell.text(r.path()))
        .column("position", r -> r.positionText())
        .column("reason", r -> Cell.text(r.why()))
        .column("sample", r -> sample(r.sample()))
        .byText("path")
        .by("position", RejectedTable::byPosition)
        .of(report.caseFile().facts().rejected().stream());
  }

  /** {@code line:9} comes before {@code line:10}; items come before lines. */
  private static int byPosition(String a, String b) {
    int kind = Visible.CODE_POINTS.compare(kind(a), kind(b));
    return kind != 0 ? kind : number(a).compareTo(number(b));
  }

  private static String kind(String position) {
    return position.substring(0, position.indexOf(':'));
  }

  private static BigDecimal number(String position) {
    return new BigDecimal(position.substring(position.indexOf(':') + 1));
  }

  private static String sample(String text) {
    String cell = Cell.text(text);
    return cell.codePointCount(0, cell.length()) <= SAMPLE
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, SAMPLE));
  }
}
