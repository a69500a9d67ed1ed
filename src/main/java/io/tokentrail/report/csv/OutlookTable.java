package io.tokentrail.report.csv;

import io.tokentrail.model.Account;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Outlook;
import io.tokentrail.model.Report;

/** outlook.csv: what stops working next if nothing changes. */
final class OutlookTable {

  private OutlookTable() {}

  static Table of(Report report) {
    return Table.<Outlook>named("outlook")
        .column("due_at", o -> Cell.time(o.dueAt()))
        .column("kind", o -> o.kind().code())
        .column("namespace", o -> Cell.text(namespace(o)))
        .column("service_account", o -> Cell.text(o.account().map(Account::name).orElse("")))
        .column("pod", o -> Cell.text(o.pod()))
        .column("node", o -> Cell.text(o.node()))
        .column("object", o -> Cell.text(o.object().map(ObjectRef::toString).orElse("")))
        .column("basis", o -> Cell.text(o.basis()))
        .column("confidence", o -> Cell.ratio(o.confidence()))
        .column("finding_id", o -> Cell.text(o.findingId()))
        .byTime("due_at")
        .byText("kind")
        .byText("namespace")
        .byText("service_account")
        .byText("pod")
        .byText("object")
        .of(report.outlook().stream());
  }

  /** The account's namespace, else the object's. */
  private static String namespace(Outlook outlook) {
    return outlook
        .account()
        .map(Account::namespace)
        .or(() -> outlook.object().map(ObjectRef::namespace))
        .orElse("");
  }
}
