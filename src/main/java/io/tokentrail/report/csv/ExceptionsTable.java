package io.tokentrail.report.csv;

import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Exemptions.Judged;
import io.tokentrail.model.Report;

/** exceptions.csv: each exception of the user's file, and what it came to. */
final class ExceptionsTable {

  private ExceptionsTable() {}

  static Table of(Report report) {
    return Table.<Judged>named("exceptions")
        .column("line", j -> Cell.count(j.exemption().line()))
        .column("status", j -> j.status().code())
        .column("finding_id", j -> Cell.text(j.exemption().findingId()))
        .column("cause", j -> j.exemption().cause().map(CauseCode::name).orElse(""))
        .column("namespace", j -> Cell.text(j.exemption().namespace()))
        .column("service_account", j -> Cell.text(j.exemption().serviceAccount()))
        .column("pod", j -> Cell.text(j.exemption().pod()))
        .column("node", j -> Cell.text(j.exemption().node()))
        .column("object", j -> Cell.text(j.exemption().object()))
        .column("owner", j -> Cell.text(j.exemption().owner()))
        .column("reason", j -> Cell.text(j.exemption().reason()))
        .column("expires", j -> j.exemption().expires().toString())
        .column("finding_ids", j -> Cell.list(j.findingIds()))
        .column("note", j -> Cell.text(j.note()))
        .byNumber("line")
        .of(report.exemptions().all().stream());
  }
}
