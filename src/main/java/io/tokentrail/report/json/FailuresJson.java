package io.tokentrail.report.json;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Client;
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
import java.util.stream.IntStream;

/**
 * The 401s, and the groups that say how the senders of many of them were found. Those past the
 * earliest so many keep their time, client, group, burst and finding alone: what is needed to count
 * and draw them.
 *
 * <p>A group's evidence is what its first 401 rests on: each 401 has its own line of the server's
 * log, and mostly another request of the same client beside it, so that groups by evidence would be
 * as many as 401s. A listed 401 names its line itself.
 */
final class FailuresJson {

  /** What many 401s share: who, how surely, who else, and why. */
  private record Group(Sender sender, Reason reason, String text) {
    static Group of(Attributed a) {
      Sender sender = a.sender();
      return new Group(
          new Sender(
              sender.account(),
              sender.pod(),
              sender.node(),
              sender.method(),
              sender.confidence(),
              sender.alternatives(),
              List.of()),
          a.reason(),
          a.reasonText());
    }
  }

  /** A group's number, its first 401 and how many it has. */
  private static final class Members {
    private final int number;
    private final Attributed first;
    private long size;

    Members(int number, Attributed first) {
      this.number = number;
      this.first = first;
    }

    int withOneMore() {
      size++;
      return number;
    }
  }

  private FailuresJson() {}

  static void write(Report report, Links links, JsonWriter json) throws IOException {
    List<Attributed> all = report.caseFile().failures().stream().sorted().toList();
    int listed = new Listing(report).rows().size();
    Map<Group, Members> groups = new LinkedHashMap<>();
    int[] group = new int[all.size()];
    for (int i = 0; i < group.length; i++) {
      Attributed one = all.get(i);
      group[i] =
          groups.computeIfAbsent(Group.of(one), g -> new Members(groups.size(), one)).withOneMore();
    }
    json.rows("failure_groups", groups.values(), g -> group(g, json));
    json.rows(
        "failures",
        () -> IntStream.range(0, listed).iterator(),
        i -> failure(all.get(i), group[i], links, json));
    Map<Trail, List<Instant>> trails = new LinkedHashMap<>();
    for (int i = listed; i < group.length; i++) {
      trails
          .computeIfAbsent(Trail.of(all.get(i), group[i], links), t -> new ArrayList<>())
          .add(all.get(i).failure().receivedAt());
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

  private static void group(Members group, JsonWriter json) throws IOException {
    Attributed first = group.first;
    json.count("group", group.number);
    json.count("failures_listed", group.size);
    who(first.sender(), json);
    json.rows(
        "runners_up",
        first.sender().alternatives(),
        a -> {
          json.text("namespace", a.account().namespace());
          json.text("service_account", a.account().name());
          json.number("confidence", a.confidence());
        });
    json.evidence("evidence", first.sender().evidence());
    json.text("reason", first.reason().code());
    json.text("reason_text", first.reasonText());
    json.evidence("reason_evidence", first.reasonEvidence());
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
    if (!row.reasonText().isEmpty() && !row.reasonEvidence().isEmpty()) {
      json.text("reason_at", row.reasonEvidence().get(0).reference());
    }
    json.text("spike_id", links.burst(f).map(Burst::id).orElse(""));
    json.text("finding_id", links.finding(f).map(Finding::id).orElse(""));
    json.count("group", group);
  }
}
