package io.tokentrail.report.json;

import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Exemption;
import io.tokentrail.model.Exemptions;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Report;
import java.io.IOException;
import java.util.Optional;

/** What is known already: exceptions, and what changed since an older report. */
final class KnownJson {

  private KnownJson() {}

  static void write(Report report, JsonWriter json) throws IOException {
    if (report.exemptions().given()) {
      json.object(
          "exceptions_file",
          () -> {
            json.text("path", report.exemptions().file());
            json.text("today", report.exemptions().today().toString());
          });
      json.rows("exceptions", report.exemptions().all(), j -> judged(j, json));
    }
    if (report.since().isPresent()) {
      json.object("since", () -> ChangesJson.write(report.since().get(), json));
    }
  }

  /** The mark of an accepted finding. */
  static void accepted(Finding finding, Report report, JsonWriter json) throws IOException {
    Optional<Exemption> by = report.exemptions().accepting(finding);
    if (by.isPresent()) {
      json.object(
          "accepted",
          () -> {
            json.text("until", by.get().expires().toString());
            json.text("owner", by.get().owner());
            json.text("reason", by.get().reason());
          });
    }
  }

  private static void judged(Exemptions.Judged j, JsonWriter json) throws IOException {
    json.count("line", j.exemption().line());
    json.text("status", j.status().code());
    json.text("finding_id", j.exemption().findingId());
    json.text("cause", j.exemption().cause().map(CauseCode::name).orElse(""));
    json.text("namespace", j.exemption().namespace());
    json.text("service_account", j.exemption().serviceAccount());
    json.text("pod", j.exemption().pod());
    json.text("node", j.exemption().node());
    json.text("object", j.exemption().object());
    json.text("owner", j.exemption().owner());
    json.text("reason", j.exemption().reason());
    json.text("expires", j.exemption().expires().toString());
    json.list("finding_ids", j.findingIds());
    json.text("note", j.note());
  }
}
