package io.tokentrail.report.json;

import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Changes;
import io.tokentrail.model.Edition;
import io.tokentrail.model.Exemption;
import io.tokentrail.model.Exemptions;
import io.tokentrail.model.Interval;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Severity;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What was known already, as a report.json keeps it. */
final class SavedKnown {

  private SavedKnown() {}

  static Exemptions exemptions(JsonRow file, List<Exemptions.Judged> all) {
    return new Exemptions(file.text("path"), LocalDate.parse(file.text("today")), all);
  }

  static Exemptions.Judged judged(JsonRow row) {
    return new Exemptions.Judged(
        new Exemption(
            (int) row.count("line"),
            row.text("finding_id"),
            row.codeIfAny("cause", CauseCode.values(), CauseCode::name),
            row.text("namespace"),
            row.text("service_account"),
            row.text("pod"),
            row.text("node"),
            row.text("object"),
            row.text("owner"),
            row.text("reason"),
            LocalDate.parse(row.text("expires"))),
        row.code("status", Exemptions.Status.values(), Exemptions.Status::code),
        row.list("finding_ids"),
        row.text("note"));
  }

  static Changes changes(JsonRow row) {
    List<Changes.OfFinding> findings =
        row.rows("findings").stream().map(SavedKnown::finding).toList();
    List<Changes.OfToken> tokens = row.rows("tokens").stream().map(SavedKnown::token).toList();
    return new Changes(
        edition(
            row.object("old"),
            findings.stream().flatMap(f -> f.before().stream()).toList(),
            tokens.stream().flatMap(t -> t.before().stream()).toList()),
        edition(
            row.object("new"),
            findings.stream().flatMap(f -> f.after().stream()).toList(),
            tokens.stream().flatMap(t -> t.after().stream()).toList()),
        findings,
        tokens,
        row.list("notes"));
  }

  /** What an edition was compared by is not told again: the changes say what came of it. */
  private static Edition edition(
      JsonRow row, List<Edition.Told> findings, List<Edition.Standing> tokens) {
    return new Edition(
        row.text("name"),
        row.text("cluster"),
        row.time("from").flatMap(from -> row.time("to").map(to -> new Interval(from, to))),
        1,
        Duration.ZERO,
        new TreeMap<>(),
        true,
        findings,
        tokens);
  }

  private static Changes.OfFinding finding(JsonRow row) {
    return new Changes.OfFinding(
        row.code("change", Changes.Kind.values(), Changes.Kind::code),
        told(row, "old"),
        told(row, "new"),
        row.text("note"));
  }

  private static Optional<Edition.Told> told(JsonRow row, String which) {
    return row.codeIfAny("severity_" + which, Severity.values(), Severity::code)
        .map(
            severity ->
                new Edition.Told(
                    row.text("finding_id"),
                    row.text("cause"),
                    severity,
                    row.text("subject"),
                    row.count("failures_401_" + which),
                    row.flag("accepted").orElse(false),
                    row.text("summary")));
  }

  private static Changes.OfToken token(JsonRow row) {
    return new Changes.OfToken(
        row.code("change", Changes.Kind.values(), Changes.Kind::code),
        standing(row, "old"),
        standing(row, "new"),
        row.text("note"));
  }

  private static Optional<Edition.Standing> standing(JsonRow row, String which) {
    return row.codeIfAny(
            "verdict_" + which, LegacyToken.Verdict.values(), LegacyToken.Verdict::code)
        .map(
            verdict ->
                new Edition.Standing(
                    row.text("namespace"),
                    row.text("secret"),
                    row.text("service_account"),
                    verdict,
                    row.code(
                        "safe_to_delete_" + which,
                        LegacyToken.Safety.values(),
                        LegacyToken.Safety::code),
                    row.text("reason")));
  }
}
