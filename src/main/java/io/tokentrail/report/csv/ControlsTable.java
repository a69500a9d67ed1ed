package io.tokentrail.report.csv;

import io.tokentrail.model.Control;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Report;

/** controls.csv: the compliance view. */
final class ControlsTable {

  private ControlsTable() {}

  static Table of(Report report) {
    return Table.<Control>named("controls")
        .column("framework", c -> Cell.text(c.framework()))
        .column("control_id", c -> Cell.text(c.id()))
        .column("title", c -> Cell.text(c.title()))
        .column("status", c -> c.status().code())
        .column("observation", c -> Cell.text(c.observation()))
        .column("finding_ids", c -> Cell.list(c.findingIds()))
        .column("evidence", c -> Cell.list(c.evidence().stream().map(Evidence::reference).toList()))
        .byText("framework")
        .byText("control_id")
        .of(report.controls().stream());
  }
}
