package io.tokentrail.report.csv;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Method;
import io.tokentrail.model.Report;
import io.tokentrail.report.Links;
import io.tokentrail.report.Listing;

/** failures.csv: every 401, attributed; the earliest where there are too many. */
final class FailuresTable {

  private FailuresTable() {}

  static Table of(Report report, Links links) {
    return Table.<Attributed>named("failures")
        .column("audit_id", a -> Cell.text(a.failure().auditId()))
        .column("time", a -> Cell.time(a.failure().receivedAt()))
        .column("attempted", a -> Cell.list(a.failure().attempted()))
        .column("source_ip", a -> Cell.text(a.failure().client().sourceIp()))
        .column("user_agent", a -> Cell.text(a.failure().client().userAgent()))
        .column("verb", a -> Cell.text(a.failure().verb()))
        .column("request_uri", a -> Cell.text(a.failure().requestUri()))
        .column("target_namespace", a -> Cell.text(a.failure().target().namespace()))
        .column("target_resource", a -> Cell.text(a.failure().target().resourceText()))
        .column(
            "namespace", a -> Cell.text(a.sender().account().map(Account::namespace).orElse("")))
        .column(
            "service_account", a -> Cell.text(a.sender().account().map(Account::name).orElse("")))
        .column("pod", a -> Cell.text(a.sender().pod()))
        .column("node", a -> Cell.text(a.sender().node()))
        .column("method", a -> a.sender().method().code())
        .column("confidence", a -> confidence(a))
        .column("reason", a -> a.reason().code())
        .column("spike_id", a -> Cell.text(links.burst(a.failure()).map(Burst::id).orElse("")))
        .column(
            "finding_id", a -> Cell.text(links.finding(a.failure()).map(Finding::id).orElse("")))
        .byTime("time")
        .byText("audit_id")
        .of(new Listing(report).rows().stream());
  }

  /** A confidence is of somebody; of nobody there is none. */
  private static String confidence(Attributed attributed) {
    return attributed.sender().method() == Method.NONE
        ? ""
        : Cell.ratio(attributed.sender().confidence());
  }
}
