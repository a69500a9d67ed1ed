package io.tokentrail.report.json;

import io.tokentrail.model.AgeProfile;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Control;
import io.tokentrail.model.Correlation;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Mark;
import io.tokentrail.model.Outlook;
import io.tokentrail.model.Report;
import io.tokentrail.model.Signal;
import io.tokentrail.report.Links;
import io.tokentrail.report.Outcome;
import io.tokentrail.report.ReportFormat;
import io.tokentrail.report.SharedReport;
import io.tokentrail.report.WindowFailures;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code report.json} with {@code report.schema.json} beside it. */
public final class JsonFormat implements ReportFormat {

  /** Grows when a key changes its meaning. */
  public static final int SCHEMA = 1;

  /** The document's name in the output folder. */
  public static final String FILE = "report.json";

  private static final String SCHEMA_FILE = "report.schema.json";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public List<Path> write(SharedReport report, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(FILE);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        JsonWriter json = new JsonWriter(out)) {
      json.document(() -> document(report.report(), report.links(), json));
    }
    Path schema = folder.resolve(SCHEMA_FILE);
    try (InputStream in = JsonFormat.class.getResourceAsStream(SCHEMA_FILE)) {
      Files.write(schema, in.readAllBytes());
    }
    return List.of(folder.relativize(file), folder.relativize(schema));
  }

  private static void document(Report report, Links links, JsonWriter json) throws IOException {
    Facts facts = report.caseFile().facts();
    json.count("schema", SCHEMA);
    json.object("run", () -> run(report.run(), json));
    json.object(
        "parameters",
        () -> {
          for (Map.Entry<String, String> entry : report.parameters().entrySet()) {
            json.words(entry.getKey(), entry.getValue());
          }
        });
    json.object("totals", () -> totals(report, json));
    json.object("coverage", () -> coverage(report, json));
    json.rows(
        "causes",
        Outcome.all(report).entrySet(),
        e -> cause(e.getKey(), e.getValue(), report, json));
    json.rows("findings", report.findings(), f -> finding(f, report, json));
    FailuresJson.write(report, links, json);
    json.rows("spikes", report.caseFile().bursts(), b -> HistoryJson.spike(b, links, json));
    json.rows("correlations", report.correlations(), c -> correlation(c, json));
    WindowFailures windows = new WindowFailures(report);
    json.rows(
        "rotation_windows",
        report.caseFile().lifetimes(),
        l -> HistoryJson.lifetime(l, windows, json));
    json.rows(
        "service_accounts",
        report.caseFile().inventory().accounts(),
        a -> InventoryJson.account(a, links, json));
    json.rows(
        "legacy_tokens",
        report.caseFile().inventory().legacyTokens(),
        t -> InventoryJson.legacyToken(t, json));
    json.rows("outlook", report.outlook(), o -> outlook(o, json));
    json.rows("signals", report.signals(), s -> signal(s, json));
    json.rows("marks", report.marks(), m -> mark(m, json));
    json.rows("inputs", facts.inputs(), i -> InputsJson.input(i, json));
    json.rows("rejected", facts.rejected(), r -> InputsJson.reject(r, json));
    json.rows("audit_files", facts.audit().files(), f -> InputsJson.auditFile(f, json));
    json.rows("log_files", facts.logFiles(), f -> InputsJson.logFile(f, json));
    json.rows("snapshots", facts.snapshots(), s -> InputsJson.snapshot(s, json));
    InputsJson.series(facts.series(), json);
    json.list("key_ids", facts.keys().keyIds());
    json.rows("controls", report.controls(), c -> control(c, json));
    KnownJson.write(report, json);
  }

  static void run(Report.Run run, JsonWriter json) throws IOException {
    json.text("tool", run.tool());
    json.text("commit", run.commit());
    json.text("cluster", run.cluster());
    json.time("at", run.at());
    json.flag("fixed", run.fixed());
    json.text("host", run.host());
    if (run.took().isPresent()) {
      json.number("took_seconds", seconds(run.took().get()));
    }
  }

  static void totals(Report report, JsonWriter json) throws IOException {
    int failures = report.caseFile().failures().size();
    Facts facts = report.caseFile().facts();
    json.count("events", facts.audit().events());
    json.count("failures_401", failures);
    json.count("failures_listed", Math.min(failures, report.maxFailureRows()));
    json.count("max_failure_rows", report.maxFailureRows());
    json.number("look_back_seconds", seconds(report.caseFile().lookBack()));
    json.count("rejected", facts.inputs().stream().mapToLong(i -> i.rejected()).sum());
    json.count("rejected_listed", facts.rejected().size());
    json.count("duplicates", facts.inputs().stream().mapToLong(i -> i.duplicates()).sum());
  }

  static void coverage(Report report, JsonWriter json) throws IOException {
    if (report.coverage().isPresent()) {
      json.number("share", report.coverage().get());
    }
    if (report.caseFile().facts().audit().span().isPresent()) {
      Interval span = report.caseFile().facts().audit().span().get();
      json.time("from", span.from());
      json.time("to", span.to());
    }
    json.rows(
        "gaps",
        report.gaps().entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(i -> Map.entry(e.getKey(), i)))
            .toList(),
        e -> {
          json.text("source", e.getKey());
          json.time("from", e.getValue().from());
          json.time("to", e.getValue().to());
        });
  }

  private static void cause(CauseCode cause, Outcome outcome, Report report, JsonWriter json)
      throws IOException {
    json.text("cause", cause.name());
    json.text("verdict", outcome.kind().code());
    json.text("looked_at", outcome.kind() == Outcome.Kind.CLEAR ? outcome.text() : "");
    json.text("missing", outcome.kind() == Outcome.Kind.NOT_CHECKED ? outcome.text() : "");
    json.list(
        "findings",
        report.findings().stream()
            .filter(f -> f.diagnosis().cause() == cause)
            .map(Finding::id)
            .toList());
  }

  static void finding(Finding finding, Report report, JsonWriter json) throws IOException {
    json.text("finding_id", finding.id());
    json.text("cause", finding.diagnosis().cause().name());
    json.text("severity", finding.diagnosis().severity().code());
    json.number("confidence", finding.diagnosis().confidence());
    if (finding.diagnosis().subject().account().isPresent()) {
      json.text("namespace", finding.diagnosis().subject().account().get().namespace());
      json.text("service_account", finding.diagnosis().subject().account().get().name());
    }
    json.text("pod", finding.diagnosis().subject().pod());
    json.text("node", finding.diagnosis().subject().node());
    json.ref("object", finding.diagnosis().subject().object());
    json.text("other", finding.diagnosis().subject().other());
    json.time("first_seen", finding.diagnosis().firstSeen());
    json.time("last_seen", finding.diagnosis().lastSeen());
    json.count("failures_401", finding.diagnosis().explains().size());
    json.text("summary", finding.diagnosis().summary());
    json.evidence("evidence", finding.diagnosis().evidence());
    json.list("remedy", finding.diagnosis().remedy());
    json.rows(
        "alternatives",
        finding.alternatives(),
        a -> {
          json.text("cause", a.cause().name());
          json.number("confidence", a.confidence());
          json.text("why", a.why());
        });
    KnownJson.accepted(finding, report, json);
  }

  private static void correlation(Correlation c, JsonWriter json) throws IOException {
    json.text("namespace", c.account().namespace());
    json.text("service_account", c.account().name());
    json.count("failures_401", c.failures());
    json.count("incidents", c.incidents());
    json.count("windows", c.windows());
    json.count("in_window", c.inWindow());
    json.number("expected_in_window", c.expectedInWindow());
    json.number("lift", c.lift());
    json.number("p_value", c.pValue());
    json.number("q_value", c.qValue());
    json.text("verdict", c.verdict().code());
    json.number("share_low", c.shareLow());
    json.number("share_high", c.shareHigh());
    json.number("shift_p_value", c.shiftP());
    json.rows(
        "ages",
        c.ages().map(AgeProfile::bins).orElse(List.of()),
        b -> {
          json.number("from", b.from());
          json.count("incidents", b.incidents());
          json.count("low", b.low());
          json.count("high", b.high());
        });
  }

  private static void outlook(Outlook o, JsonWriter json) throws IOException {
    json.time("due_at", o.dueAt());
    json.text("kind", o.kind().code());
    if (o.account().isPresent()) {
      json.text("namespace", o.account().get().namespace());
      json.text("service_account", o.account().get().name());
    }
    json.text("pod", o.pod());
    json.text("node", o.node());
    json.ref("object", o.object());
    json.text("basis", o.basis());
    json.number("confidence", o.confidence());
    json.text("finding_id", o.findingId());
  }

  private static void signal(Signal s, JsonWriter json) throws IOException {
    json.text("signal", s.name());
    json.text("labels", s.labels());
    json.time("first_seen", s.firstSeen());
    json.time("last_seen", s.lastSeen());
    json.number("baseline", s.baseline());
    json.number("peak", s.peak());
    json.time("peak_time", s.peakAt());
    json.number("ratio", s.ratio());
    json.text("warning", s.warning());
    json.text("finding_id", s.findingId());
  }

  private static void mark(Mark m, JsonWriter json) throws IOException {
    json.time("at", m.at());
    json.text("kind", m.kind().code());
    json.ref("object", Optional.of(m.object()));
    if (m.account().isPresent()) {
      json.text("namespace", m.account().get().namespace());
      json.text("service_account", m.account().get().name());
    }
    json.text("node", m.node());
    json.text("says", m.says());
    json.evidence("evidence", List.of(m.evidence()));
  }

  private static void control(Control c, JsonWriter json) throws IOException {
    json.text("framework", c.framework());
    json.text("control_id", c.id());
    json.text("title", c.title());
    json.text("status", c.status().code());
    json.text("observation", c.observation());
    json.list("finding_ids", c.findingIds());
    json.evidence("evidence", c.evidence());
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
