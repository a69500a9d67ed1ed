package io.tokentrail.report.json;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Client;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Method;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Report;
import io.tokentrail.model.Sender;
import io.tokentrail.report.Links;
import io.tokentrail.report.Listing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The 401s, and the groups that say how the senders of many of them were found. Those past the
 * earliest so many keep their time, client, group, burst and finding alone: what is needed to count
 * and draw them.
 */
final class FailuresJson {

  /** What many 401s share. */
  private record Group(Sender sender, Reason reason, String text, List<Evidence> evidence) {
    static Group of(Attributed a) {
      return new Group(a.sender(), a.reason(), a.reasonText(), a.reasonEvidence());
    }
  }

  private FailuresJson() {}

  static void write(Report report, Links links, JsonWriter json) throws IOException {
    List<Attributed> all = report.caseFile().failures().stream().sorted().toList();
    List<Attributed> rows = new Listing(report).rows();
    Map<Group, Integer> numbers = new LinkedHashMap<>();
    Map<Group, Long> sizes = new LinkedHashMap<>();
    for (Attributed row : all) {
      numbers.putIfAbsent(Group.of(row), numbers.size());
      sizes.merge(Group.of(row), 1L, Long::sum);
    }
    json.rows(
        "failure_groups", numbers.entrySet(), e -> group(e.getKey(), e.getValue(), sizes, json));
    json.rows("failures", rows, row -> failure(row, numbers.get(Group.of(row)), links, json));
    Map<Trail, List<Instant>> trails = new LinkedHashMap<>();
    for (Attributed row : all.subList(rows.size(), all.size())) {
      trails
          .computeIfAbsent(Trail.of(row, numbers.get(Group.of(row)), links), t -> new ArrayList<>())
          .add(row.failure().receivedAt());
    }
    json.rows("failures_beyond", trails.entrySet(), e -> trail(e.getKey(), e.getValue(), json));
  }

  /** What 401s that are not listed one by one share. */
  private record Trail(int group, Client client, String user, String spike, String finding) {
    static Trail of(Attributed row, int group, Links links) {
      Failure f = row.failure();
      return new Trail(
          group,
          f.client(),
          f.user(),
          links.burst(f).map(Burst::id).orElse(""),
          links.finding(f).map(Finding::id).orElse(""));
    }
  }

  private static void trail(Trail trail, List<Instant> times, JsonWriter json) throws IOException {
    json.count("group", trail.group());
    json.text("source_ip", trail.client().sourceIp());
    json.text("user_agent", trail.client().userAgent());
    json.text("user", trail.user());
    json.text("spike_id", trail.spike());
    json.text("finding_id", trail.finding());
    json.time("first", times.get(0));
    long[] steps = new long[times.size() - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Duration.between(times.get(i), times.get(i + 1)).toNanos();
    }
    json.numbers("steps_nanos", steps);
  }

  private static void group(Group group, int number, Map<Group, Long> sizes, JsonWriter json)
      throws IOException {
    Sender sender = group.sender();
    json.count("group", number);
    json.count("failures_listed", sizes.get(group));
    who(sender, json);
    json.rows(
        "runners_up",
        sender.alternatives(),
        a -> {
          json.text("namespace", a.account().namespace());
          json.text("service_account", a.account().name());
          json.number("confidence", a.confidence());
        });
    json.evidence("evidence", sender.evidence());
    json.text("reason", group.reason().code());
    json.text("reason_text", group.text());
    json.evidence("reason_evidence", group.evidence());
  }

  private static void who(Sender sender, JsonWriter json) throws IOException {
    if (sender.account().isPresent()) {
      json.text("namespace", sender.account().get().namespace());
      json.text("service_account", sender.account().get().name());
    }
    json.text("pod", sender.pod());
    json.text("node", sender.node());
    json.text("method", sender.method().code());
    if (sender.method() != Method.NONE) {
      json.number("confidence", sender.confidence());
    }
  }

  private static void failure(Attributed row, int group, Links links, JsonWriter json)
      throws IOException {
    Failure f = row.failure();
    json.text("audit_id", f.auditId());
    json.time("time", f.receivedAt());
    json.time("answered_at", f.answeredAt());
    json.list("attempted", f.attempted());
    json.text("source_ip", f.client().sourceIp());
    json.text("user_agent", f.client().userAgent());
    json.text("verb", f.verb());
    json.text("request_uri", f.requestUri());
    json.text("target_namespace", f.target().namespace());
    json.text("target_group", f.target().apiGroup());
    json.text("target_resource", f.target().resourceText());
    json.text("target_name", f.target().name());
    json.text("target_uid", f.target().uid());
    json.text("user", f.user());
    json.text("source", f.source());
    json.text("place", f.place().toString());
    who(row.sender(), json);
    json.text("reason", row.reason().code());
    json.text("spike_id", links.burst(f).map(Burst::id).orElse(""));
    json.text("finding_id", links.finding(f).map(Finding::id).orElse(""));
    json.count("group", group);
  }
}
