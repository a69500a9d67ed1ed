package io.tokentrail.report.csv;

import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Report;
import io.tokentrail.report.WindowFailures;

/** rotation_windows.csv: one row a token lifetime. */
final class RotationWindowsTable {

  private RotationWindowsTable() {}

  static Table of(Report report) {
    WindowFailures failures = new WindowFailures(report);
    return Table.<Lifetime>named("rotation_windows")
        .column("namespace", l -> Cell.text(l.account().namespace()))
        .column("service_account", l -> Cell.text(l.account().name()))
        .column("pod", l -> Cell.text(l.pod()))
        .column("node", l -> Cell.text(l.node()))
        .column("audience", l -> Cell.text(l.audience()))
        .column("ttl_seconds", l -> Cell.seconds(l.ttl()))
        .column("source", l -> l.source().code())
        .column("issued_at", l -> Cell.time(l.issuedAt()))
        .column("refresh_due", l -> Cell.time(l.refreshDue()))
        .column("expires_at", l -> Cell.time(l.expiresAt()))
        .column("refreshed_at", l -> Cell.time(l.refreshedAt()))
        .column("delay_seconds", l -> Cell.seconds(l.delay()))
        .column("status", l -> l.status().map(Lifetime.Status::code).orElse(""))
        .column("credential_id", l -> Cell.text(l.credentialId()))
        .column("failures_401", l -> Cell.count(failures.during(l)))
        .byText("namespace")
        .byText("service_account")
        .byText("pod")
        .byTime("issued_at")
        .of(report.caseFile().lifetimes().stream());
  }
}
