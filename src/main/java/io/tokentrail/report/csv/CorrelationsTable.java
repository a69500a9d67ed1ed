package io.tokentrail.report.csv;

import io.tokentrail.model.Correlation;
import io.tokentrail.model.Report;

/** correlations.csv: whether each account's 401s follow its rotation. */
final class CorrelationsTable {

  private CorrelationsTable() {}

  static Table of(Report report) {
    return Table.<Correlation>named("correlations")
        .column("namespace", c -> Cell.text(c.account().namespace()))
        .column("service_account", c -> Cell.text(c.account().name()))
        .column("failures_401", c -> Cell.count(c.failures()))
        .column("windows", c -> Cell.count(c.windows()))
        .column("in_window", c -> Cell.count(c.inWindow()))
        .column("expected_in_window", c -> Cell.number(c.expectedInWindow()))
        .column("lift", c -> Cell.number(c.lift()))
        .column("p_value", c -> Cell.number(c.pValue()))
        .column("q_value", c -> Cell.number(c.qValue()))
        .column("verdict", c -> c.verdict().code())
        .column("incidents", c -> Cell.count(c.incidents()))
        .column("share_low", c -> Cell.number(c.shareLow()))
        .column("share_high", c -> Cell.number(c.shareHigh()))
        .column("shift_p_value", c -> Cell.number(c.shiftP()))
        .byNumber("q_value")
        .byText("namespace")
        .byText("service_account")
        .of(report.correlations().stream());
  }
}
