package io.tokentrail.report.json;

import io.tokentrail.model.AgeProfile;
import io.tokentrail.model.Control;
import io.tokentrail.model.Correlation;
import io.tokentrail.model.Mark;
import io.tokentrail.model.Outlook;
import io.tokentrail.model.Signal;
import java.util.List;
import java.util.Optional;

/** Correlations, what stops next, signals, marks and controls of a report.json. */
final class SavedResults {

  private SavedResults() {}

  static Correlation correlation(JsonRow row) {
    return new Correlation(
        row.needAccount(),
        row.count("failures_401"),
        row.count("incidents"),
        row.count("windows"),
        row.count("in_window"),
        row.number("expected_in_window"),
        row.numberIfAny("lift"),
        row.numberIfAny("p_value"),
        row.numberIfAny("q_value"),
        row.code("verdict", Correlation.Verdict.values(), Correlation.Verdict::code),
        row.numberIfAny("share_low"),
        row.numberIfAny("share_high"),
        row.numberIfAny("shift_p_value"),
        ages(row.rows("ages")));
  }

  private static Optional<AgeProfile> ages(List<JsonRow> bins) {
    return bins.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AgeProfile(
                bins.stream()
                    .map(
                        b ->
                            new AgeProfile.Bin(
                                b.number("from"),
                                b.count("incidents"),
                                b.count("low"),
                                b.count("high")))
                    .toList()));
  }

  static Outlook outlook(JsonRow row) {
    return new Outlook(
        row.time("due_at"),
        row.code("kind", Outlook.Kind.values(), Outlook.Kind::code),
        row.account(),
        row.text("pod"),
        row.text("node"),
        row.ref("object"),
        row.text("basis"),
        row.number("confidence"),
        row.text("finding_id"));
  }

  static Signal signal(JsonRow row) {
    return new Signal(
        row.text("signal"),
        row.text("labels"),
        row.needTime("first_seen"),
        row.needTime("last_seen"),
        row.number("baseline"),
        row.number("peak"),
        row.needTime("peak_time"),
        row.numberIfAny("ratio"),
        row.text("warning"),
        row.text("finding_id"));
  }

  static Mark mark(JsonRow row) {
    return new Mark(
        row.needTime("at"),
        row.code("kind", Mark.Kind.values(), Mark.Kind::code),
        row.ref("object").orElseThrow(() -> new DamagedReport(row.where() + " has no object")),
        row.account(),
        row.text("node"),
        row.text("says"),
        row.evidence("evidence").stream()
            .findFirst()
            .orElseThrow(() -> new DamagedReport(row.where() + " has no evidence")));
  }

  static Control control(JsonRow row) {
    return new Control(
        row.text("framework"),
        row.text("control_id"),
        row.text("title"),
        row.code("status", Control.Status.values(), Control.Status::code),
        row.text("observation"),
        row.list("finding_ids"),
        row.evidence("evidence"));
  }
}
