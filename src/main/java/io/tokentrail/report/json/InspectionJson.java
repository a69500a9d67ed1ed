package io.tokentrail.report.json;

import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Interval;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What {@code inspect} tells, for programs: {@code inspect --json}. */
public final class InspectionJson {

  /** A stretch without events of one API server's log. */
  private record Gap(String source, Interval when) {}

  private InspectionJson() {}

  /**
   * One JSON object and a line end.
   *
   * @param share covered share of the audit log's span
   * @param gaps stretches without events, by stream
   * @param unseen what the audit policy leaves out, and what follows
   * @param missing inputs that were not given, and what each would add
   */
  public static String of(
      Facts facts,
      Optional<Double> share,
      SortedMap<String, List<Interval>> gaps,
      Map<String, String> unseen,
      Map<String, String> missing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(out)) {
      json.document(
          () -> {
            json.count("schema", JsonFormat.SCHEMA);
            json.object("audit", () -> audit(facts.audit(), share, json));
            json.rows("gaps", all(gaps), g -> gap(g, json));
            texts("unseen", unseen, json);
            texts("missing", missing, json);
            json.rows("inputs", facts.inputs(), f -> InputsJson.input(f, json));
            json.rows("audit_files", facts.audit().files(), f -> InputsJson.auditFile(f, json));
            json.rows("log_files", facts.logFiles(), f -> InputsJson.logFile(f, json));
            json.rows("snapshots", facts.snapshots(), s -> InputsJson.snapshot(s, json));
            json.rows("rejected", facts.rejected(), r -> InputsJson.reject(r, json));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void audit(AuditFacts audit, Optional<Double> share, JsonWriter json)
      throws IOException {
    json.count("events", audit.events());
    json.count("refused", audit.failures().stream().filter(f -> !f.proxied()).count());
    json.count("proxied_401s", audit.failures().stream().filter(Failure::proxied).count());
    json.count("token_requests", audit.tokenRequests().size());
    json.flag("shows_401s", audit.hasStage("ResponseStarted"));
    json.time("first_time", audit.span().map(Interval::from));
    json.time("last_time", audit.span().map(Interval::to));
    json.list("servers", audit.files().stream().map(f -> f.source()).distinct().sorted().toList());
    if (share.isPresent()) {
      json.number("coverage", share.get());
    }
  }

  private static List<Gap> all(SortedMap<String, List<Interval>> gaps) {
    List<Gap> all = new ArrayList<>();
    gaps.forEach((source, list) -> list.forEach(when -> all.add(new Gap(source, when))));
    return all;
  }

  private static void gap(Gap gap, JsonWriter json) throws IOException {
    json.text("source", gap.source());
    json.time("from", gap.when().from());
    json.time("to", gap.when().to());
  }

  private static void texts(String name, Map<String, String> texts, JsonWriter json)
      throws IOException {
    json.object(
        name,
        () -> {
          for (Map.Entry<String, String> text : texts.entrySet()) {
            json.text(text.getKey(), text.getValue());
          }
        });
  }
}
