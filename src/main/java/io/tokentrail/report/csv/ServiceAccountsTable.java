package io.tokentrail.report.csv;

import io.tokentrail.model.AccountRow;
import io.tokentrail.model.Report;
import io.tokentrail.report.Links;

/** service_accounts.csv: every account and what it did. */
final class ServiceAccountsTable {

  private ServiceAccountsTable() {}

  static Table of(Report report, Links links) {
    return Table.<AccountRow>named("service_accounts")
        .column("namespace", r -> Cell.text(r.account().namespace()))
        .column("service_account", r -> Cell.text(r.account().name()))
        .column("uid", r -> Cell.text(r.uid()))
        .column("in_snapshot", r -> Cell.flag(r.inSnapshot()))
        .column("automount", r -> Cell.flag(r.automount()))
        .column("pods", r -> Cell.count(r.pods()))
        .column("token_requests", r -> Cell.count(r.tokenRequests()))
        .column("bound_requests", r -> Cell.count(r.boundRequests()))
        .column("stale_requests", r -> Cell.count(r.staleRequests()))
        .column("legacy_requests", r -> Cell.count(r.legacyRequests()))
        .column("failures_401", r -> Cell.count(r.failures()))
        .column("first_seen", r -> Cell.time(r.firstSeen()))
        .column("last_seen", r -> Cell.time(r.lastSeen()))
        .column("audiences", r -> Cell.list(r.audiences()))
        .column("min_ttl_seconds", r -> Cell.count(r.minTtlSeconds()))
        .column("max_ttl_seconds", r -> Cell.count(r.maxTtlSeconds()))
        .column("legacy_secrets", r -> Cell.list(r.legacySecrets()))
        .column("findings", r -> Cell.list(links.findingsOf(r.account())))
        .byText("namespace")
        .byText("service_account")
        .of(report.caseFile().inventory().accounts().stream());
  }
}
