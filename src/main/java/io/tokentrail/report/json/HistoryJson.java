package io.tokentrail.report.json;

import io.tokentrail.model.Burst;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Lifetime;
import io.tokentrail.report.Links;
import io.tokentrail.report.WindowFailures;
import java.io.IOException;
import java.util.Optional;

/** Bursts of 401s and lifetimes of tokens. */
final class HistoryJson {

  private HistoryJson() {}

  static void spike(Burst b, Links links, JsonWriter json) throws IOException {
    Optional<Finding> finding = links.finding(b);
    json.text("spike_id", b.id());
    if (b.account().isPresent()) {
      json.text("namespace", b.account().get().namespace());
      json.text("service_account", b.account().get().name());
    }
    json.text("source_ip", b.sourceIp());
    json.time("start", b.start());
    json.time("end", b.end());
    json.count("failures_401", b.failures().size());
    json.count("peak_per_minute", b.peakPerMinute());
    json.number("baseline_per_minute", b.baselinePerMinute());
    json.number("score", b.score());
    json.text("rotation_phase", b.phase().map(Burst.Phase::code).orElse(""));
    json.text("cause", finding.map(f -> f.diagnosis().cause().name()).orElse(""));
    json.text("finding_id", finding.map(Finding::id).orElse(""));
  }

  static void lifetime(Lifetime l, WindowFailures failures, JsonWriter json) throws IOException {
    json.text("namespace", l.account().namespace());
    json.text("service_account", l.account().name());
    json.text("pod", l.pod());
    json.text("node", l.node());
    json.text("audience", l.audience());
    if (l.ttl().isPresent()) {
      json.number("ttl_seconds", JsonFormat.seconds(l.ttl().get()));
    }
    json.text("source", l.source().code());
    json.time("issued_at", l.issuedAt());
    json.time("refresh_due", l.refreshDue());
    json.time("expires_at", l.expiresAt());
    json.time("refreshed_at", l.refreshedAt());
    if (l.delay().isPresent()) {
      json.number("delay_seconds", JsonFormat.seconds(l.delay().get()));
    }
    json.text("status", l.status().map(Lifetime.Status::code).orElse(""));
    json.text("credential_id", l.credentialId());
    json.count("failures_401", failures.during(l));
    json.flag("extended", l.extended());
    json.evidence("evidence", l.evidence());
  }
}
