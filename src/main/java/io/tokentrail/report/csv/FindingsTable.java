package io.tokentrail.report.csv;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Exemption;
import io.tokentrail.model.Finding;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Report;
import io.tokentrail.model.Subject;
import io.tokentrail.report.Steps;
import java.util.function.Function;

/** findings.csv: one row a finding. */
final class FindingsTable {

  /** Most references of one finding; the others are in report.json. */
  static final int MOST_EVIDENCE = 10;

  private FindingsTable() {}

  static Table of(Report report) {
    return Table.<Finding>named("findings")
        .column("finding_id", f -> Cell.text(f.id()))
        .column("cause", f -> f.diagnosis().cause().name())
        .column("severity", f -> f.diagnosis().severity().code())
        .column("confidence", f -> confidence(f.diagnosis().confidence()))
        .column("namespace", f -> Cell.text(namespace(f.diagnosis().subject())))
        .column("service_account", f -> Cell.text(account(f.diagnosis().subject())))
        .column("pod", f -> Cell.text(f.diagnosis().subject().pod()))
        .column("node", f -> Cell.text(f.diagnosis().subject().node()))
        .column("object", f -> Cell.text(object(f.diagnosis().subject())))
        .column("first_seen", f -> Cell.time(f.diagnosis().firstSeen()))
        .column("last_seen", f -> Cell.time(f.diagnosis().lastSeen()))
        .column("failures_401", f -> Cell.count(f.diagnosis().explains().size()))
        .column("summary", f -> Cell.text(f.diagnosis().summary()))
        .column(
            "evidence",
            f ->
                Cell.list(
                    f.diagnosis().evidence().stream()
                        .map(Evidence::reference)
                        .distinct()
                        .limit(MOST_EVIDENCE)
                        .toList()))
        .column("remedy", f -> Cell.text(Steps.oneLine(f.diagnosis().remedy())))
        .column("accepted_until", f -> accepted(f, report, e -> e.expires().toString()))
        .column("accepted_by", f -> accepted(f, report, Exemption::owner))
        .column("accepted_reason", f -> accepted(f, report, Exemption::reason))
        .bySeverity("severity")
        .byNumberDown("failures_401")
        .byText("finding_id")
        .of(report.findings().stream());
  }

  private static String accepted(
      Finding finding, Report report, Function<Exemption, String> column) {
    return Cell.text(report.exemptions().accepting(finding).map(column).orElse(""));
  }

  /** The account's namespace, else the object's. */
  private static String namespace(Subject subject) {
    return subject
        .account()
        .map(Account::namespace)
        .or(() -> subject.object().map(ObjectRef::namespace))
        .orElse("");
  }

  private static String account(Subject subject) {
    return subject.account().map(Account::name).orElse("");
  }

  private static String object(Subject subject) {
    return subject.object().map(ObjectRef::toString).orElse("");
  }

  /** A confidence is of a cause; where none is claimed there is none. */
  private static String confidence(double value) {
    return value == 0 ? "" : Cell.ratio(value);
  }
}
