package io.tokentrail.report.csv;

import io.tokentrail.model.Report;
import io.tokentrail.model.Signal;

/** signals.csv: metric exports and log-derived rates against their own baselines. */
final class SignalsTable {

  private SignalsTable() {}

  static Table of(Report report) {
    return Table.<Signal>named("signals")
        .column("signal", s -> Cell.text(s.name()))
        .column("labels", s -> Cell.text(s.labels()))
        .column("first_seen", s -> Cell.time(s.firstSeen()))
        .column("last_seen", s -> Cell.time(s.lastSeen()))
        .column("baseline", s -> Cell.number(s.baseline()))
        .column("peak", s -> Cell.number(s.peak()))
        .column("peak_time", s -> Cell.time(s.peakAt()))
        .column("ratio", s -> Cell.number(s.ratio()))
        .column("warning", s -> Cell.text(s.warning()))
        .column("finding_id", s -> Cell.text(s.findingId()))
        .byText("signal")
        .byText("labels")
        .of(report.signals().stream());
  }
}
