package io.tokentrail.report.csv;

import io.tokentrail.model.Account;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Report;
import io.tokentrail.report.Links;
import java.util.Optional;

/** spikes.csv: one row a burst of one sender, with the finding that most of its 401s point at. */
final class SpikesTable {

  private record Row(Burst burst, Optional<Finding> finding) {}

  private SpikesTable() {}

  static Table of(Report report, Links links) {
    return Table.<Row>named("spikes")
        .column("spike_id", r -> Cell.text(r.burst().id()))
        .column("namespace", r -> Cell.text(r.burst().account().map(Account::namespace).orElse("")))
        .column(
            "service_account", r -> Cell.text(r.burst().account().map(Account::name).orElse("")))
        .column("source_ip", r -> Cell.text(r.burst().sourceIp()))
        .column("start", r -> Cell.time(r.burst().start()))
        .column("end", r -> Cell.time(r.burst().end()))
        .column("failures_401", r -> Cell.count(r.burst().failures().size()))
        .column("peak_per_minute", r -> Cell.count(r.burst().peakPerMinute()))
        .column("baseline_per_minute", r -> Cell.number(r.burst().baselinePerMinute()))
        .column("score", r -> Cell.number(r.burst().score()))
        .column("rotation_phase", r -> r.burst().phase().map(Burst.Phase::code).orElse(""))
        .column("cause", r -> r.finding().map(f -> f.diagnosis().cause().name()).orElse(""))
        .column("finding_id", r -> Cell.text(r.finding().map(Finding::id).orElse("")))
        .byText("start")
        .byText("spike_id")
        .of(report.caseFile().bursts().stream().map(b -> new Row(b, links.finding(b))));
  }
}
