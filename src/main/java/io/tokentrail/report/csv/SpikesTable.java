package io.tokentrail.report.csv;

import io.tokentrail.model.Account;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Report;
import io.tokentrail.report.Links;

/** spikes.csv: one row a burst of one sender, with the finding that most of its 401s point at. */
final class SpikesTable {

  private SpikesTable() {}

  static Table of(Report report, Links links) {
    return Table.<Burst>named("spikes")
        .column("spike_id", b -> Cell.text(b.id()))
        .column("namespace", b -> Cell.text(b.account().map(Account::namespace).orElse("")))
        .column("service_account", b -> Cell.text(b.account().map(Account::name).orElse("")))
        .column("source_ip", b -> Cell.text(b.sourceIp()))
        .column("start", b -> Cell.time(b.start()))
        .column("end", b -> Cell.time(b.end()))
        .column("failures_401", b -> Cell.count(b.failures().size()))
        .column("peak_per_minute", b -> Cell.count(b.peakPerMinute()))
        .column("baseline_per_minute", b -> Cell.number(b.baselinePerMinute()))
        .column("score", b -> Cell.number(b.score()))
        .column("rotation_phase", b -> b.phase().map(Burst.Phase::code).orElse(""))
        .column("cause", b -> links.finding(b).map(f -> f.diagnosis().cause().name()).orElse(""))
        .column("finding_id", b -> Cell.text(links.finding(b).map(Finding::id).orElse("")))
        .byText("start")
        .byText("spike_id")
        .of(report.caseFile().bursts().stream());
  }
}
