package io.tokentrail.report.json;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Client;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Method;
import io.tokentrail.model.Place;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Sender;
import io.tokentrail.model.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The 401s of a report.json, and which of them each burst and finding holds. */
final class SavedFailures {

  /** What stands where an unlisted 401's id and place are not known; sorts after every id. */
  private static final String BEYOND = "\uffff";

  private record Group(Sender sender, Reason reason, String text, List<Evidence> evidence) {}

  private final List<Group> groups = new ArrayList<>();
  private final List<Attributed> all = new ArrayList<>();
  private final Map<String, List<Attributed>> ofSpike = new HashMap<>();
  private final Map<String, List<Attributed>> ofFinding = new HashMap<>();

  List<Attributed> all() {
    return all;
  }

  List<Attributed> ofFinding(String id) {
    return ofFinding.getOrDefault(id, List.of());
  }

  void group(JsonRow row) {
    Method method = row.code("method", Method.values(), Method::code);
    Sender sender =
        new Sender(
            row.account(),
            row.text("pod"),
            row.text("node"),
            method,
            row.number("confidence"),
            row.rows("runners_up").stream()
                .map(a -> new Sender.Alternative(a.needAccount(), a.number("confidence")))
                .toList(),
            row.evidence("evidence"));
    groups.add(
        new Group(
            sender,
            row.codeIfAny("reason", Reason.values(), Reason::code).orElse(Reason.UNKNOWN),
            row.text("reason_text"),
            row.evidence("reason_evidence")));
  }

  void listed(JsonRow row) {
    String resource = row.text("target_resource");
    int slash = resource.indexOf('/');
    add(
        row,
        new Failure(
            row.text("audit_id"),
            row.needTime("time"),
            row.needTime("answered_at"),
            row.list("attempted"),
            client(row),
            row.text("verb"),
            row.text("request_uri"),
            new Target(
                row.text("target_group"),
                slash < 0 ? resource : resource.substring(0, slash),
                slash < 0 ? "" : resource.substring(slash + 1),
                row.text("target_namespace"),
                row.text("target_name"),
                row.text("target_uid")),
            row.text("user"),
            row.text("source"),
            row.place("place")));
  }

  /** 401s that no row lists: time and client, the rest stands in their group. */
  void beyond(JsonRow row) {
    Instant at = row.needTime("first");
    long[] steps = row.numbers("steps_nanos");
    for (int i = 0; i <= steps.length; i++) {
      add(
          row,
          new Failure(
              BEYOND,
              at,
              at,
              List.of(),
              client(row),
              "",
              "",
              Target.NONE,
              row.text("user"),
              "",
              new Place(BEYOND, all.size() + 1L)));
      at = i < steps.length ? at.plusNanos(steps[i]) : at;
    }
  }

  private static Client client(JsonRow row) {
    return new Client(row.text("source_ip"), row.text("user_agent"));
  }

  private void add(JsonRow row, Failure failure) {
    long number = row.count("group");
    if (!row.has("group") || number < 0 || number >= groups.size()) {
      throw new DamagedReport(row.where() + ".group names no group");
    }
    Group group = groups.get((int) number);
    Attributed attributed =
        new Attributed(failure, group.sender(), group.reason(), group.text(), group.evidence());
    all.add(attributed);
    ofSpike.computeIfAbsent(row.text("spike_id"), k -> new ArrayList<>()).add(attributed);
    ofFinding.computeIfAbsent(row.text("finding_id"), k -> new ArrayList<>()).add(attributed);
  }

  Burst spike(JsonRow row) {
    String id = row.text("spike_id");
    return new Burst(
        id,
        row.account(),
        row.text("source_ip"),
        row.needTime("start"),
        row.needTime("end"),
        ofSpike.getOrDefault(id, List.of()),
        row.count("peak_per_minute"),
        row.number("baseline_per_minute"),
        row.number("score"),
        row.codeIfAny("rotation_phase", Burst.Phase.values(), Burst.Phase::code));
  }
}
