package io.tokentrail.report.json;

import io.tokentrail.model.Control;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Report;
import io.tokentrail.model.Severity;
import io.tokentrail.report.CauseWords;
import io.tokentrail.report.Headline;
import io.tokentrail.report.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * {@code oscal-assessment-results.json}: OSCAL 1.1.3 assessment results (NIST). A control that the
 * input decides is an OSCAL finding; one that it does not is an observation and no finding, because
 * OSCAL knows satisfied and not satisfied alone. What this program calls a finding is an
 * observation with the risk that it means.
 */
public final class OscalJson {

  static final String VERSION = "1.1.3";

  private static final String SPACE = "urn:tokentrail:oscal:1";

  /** Years that OSCAL's pattern for times takes. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2999;

  private final Report report;
  private final String plan;
  private final SortedMap<String, String> digests;
  private final JsonWriter json;

  private OscalJson(
      Report report, String plan, SortedMap<String, String> digests, JsonWriter json) {
    this.report = report;
    this.plan = plan;
    this.digests = digests;
    this.json = json;
  }

  /**
   * The document.
   *
   * @param plan where the assessment plan is, a URI; empty when there is none
   * @param digests SHA-256 of the files beside it, by path below the output folder
   */
  public static byte[] bytes(Report report, String plan, SortedMap<String, String> digests) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(out)) {
      OscalJson oscal = new OscalJson(report, plan, digests, json);
      json.document(() -> json.object("assessment-results", oscal::results));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private String id(String... key) {
    List<String> parts = new ArrayList<>(List.of(key));
    parts.add(1, report.run().cluster());
    return StableIds.uuid(parts.toArray(String[]::new));
  }

  /** The id of what changes with every run: the same report has the same one. */
  private String idOfRun(String what) {
    return id(what, digests.getOrDefault("report.json", ""));
  }

  private void results() throws IOException {
    json.text("uuid", idOfRun("assessment-results"));
    json.object("metadata", this::metadata);
    json.object(
        "import-ap",
        () -> {
          json.text("href", plan.isEmpty() ? "urn:uuid:" + id("assessment-plan") : plan);
          if (plan.isEmpty()) {
            json.text("remarks", "No assessment plan was given; this name stands in its place.");
          }
        });
    json.rows("results", List.of(report), r -> result());
    json.object(
        "back-matter", () -> json.rows("resources", resources().entrySet(), this::resource));
  }

  private void metadata() throws IOException {
    json.text("title", "Service account authentication and token rotation" + ofCluster());
    time("last-modified", report.run().at());
    json.text("version", OscalText.string(report.run().tool()));
    json.text("oscal-version", VERSION);
    json.text(
        "remarks",
        "Evidence, not a statement of compliance: what the given input shows. A gap in the files"
            + " given is not a gap in the cluster's log.");
  }

  private String ofCluster() {
    String cluster = report.run().cluster();
    return cluster.isEmpty() ? "" : " of " + OscalText.line(cluster);
  }

  private void result() throws IOException {
    Interval span = new Headline(report).span();
    json.text("uuid", idOfRun("result"));
    json.text("title", "What the input shows" + ofCluster());
    json.text("description", OscalText.line(new Headline(report).sentence()));
    time("start", span.from());
    time("end", span.to());
    json.object("local-definitions", () -> json.object("assessment-assets", this::assets));
    json.object("reviewed-controls", this::reviewed);
    ifAny(
        "observations",
        concat(report.controls(), report.findings()),
        o -> {
          if (o instanceof Control c) {
            observation(c);
          } else {
            observation((Finding) o);
          }
        });
    ifAny("risks", report.findings(), this::risk);
    ifAny(
        "findings", report.controls().stream().filter(OscalJson::decided).toList(), this::finding);
  }

  private static List<Object> concat(Collection<?> a, Collection<?> b) {
    List<Object> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  /** Lists of OSCAL hold something or are not there. */
  private <R> void ifAny(String name, List<R> rows, JsonWriter.RowBody<R> body) throws IOException {
    if (!rows.isEmpty()) {
      json.rows(name, rows, body);
    }
  }

  private void assets() throws IOException {
    json.rows(
        "components",
        List.of(report.run()),
        run -> {
          json.text("uuid", StableIds.uuid("tool"));
          json.text("type", "software");
          json.text("title", "Tokentrail");
          json.text("description", "Offline analysis of service account authentication.");
          properties(Map.of("version", run.tool()));
          json.object("status", () -> json.text("state", "operational"));
        });
    json.rows(
        "assessment-platforms",
        List.of(report.run()),
        run -> {
          json.text("uuid", StableIds.uuid("platform"));
          json.text("title", "Tokentrail");
        });
  }

  private static boolean decided(Control control) {
    return control.status() == Control.Status.PASS || control.status() == Control.Status.FAIL;
  }

  private void reviewed() throws IOException {
    List<Control> decided = report.controls().stream().filter(OscalJson::decided).toList();
    List<Control> open = report.controls().stream().filter(c -> !decided(c)).toList();
    json.rows(
        "control-selections",
        List.of(report),
        r -> {
          json.text(
              "description",
              "Included: controls that the input decides. Excluded: those that lack an input or"
                  + " that a person must decide; the observations say which.");
          ifAny("include-controls", decided, c -> json.text("control-id", control(c)));
          ifAny("exclude-controls", open, c -> json.text("control-id", control(c)));
        });
  }

  private static String control(Control control) {
    return StableIds.control(control.framework(), control.id());
  }

  private String observationId(Control control) {
    return id("control-observation", control.framework(), control.id());
  }

  private String observationId(String findingId) {
    return id("finding-observation", findingId);
  }

  private String riskId(String findingId) {
    return id("risk", findingId);
  }

  private void observation(Control control) throws IOException {
    json.text("uuid", observationId(control));
    json.text("title", OscalText.line(control.id() + " " + control.title()));
    json.text("description", OscalText.line(control.observation()));
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("framework", control.framework());
    properties.put("control", control.id());
    properties.put("status", control.status().code());
    properties(properties);
    json.list("methods", List.of("EXAMINE"));
    json.list("types", List.of("control-objective"));
    evidence("csv/controls.csv", control.evidence());
    time("collected", report.run().at());
  }

  private void observation(Finding finding) throws IOException {
    json.text("uuid", observationId(finding.id()));
    json.text("title", title(finding));
    json.text("description", OscalText.line(finding.diagnosis().summary()));
    properties(properties(finding));
    json.list("methods", List.of("EXAMINE"));
    json.list("types", List.of("finding"));
    evidence("csv/findings.csv", finding.diagnosis().evidence());
    time("collected", report.run().at());
  }

  private static String title(Finding finding) {
    return OscalText.line(
        CauseWords.title(finding.diagnosis().cause())
            + ": "
            + Words.subject(finding.diagnosis().subject()));
  }

  private static Map<String, String> properties(Finding finding) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("finding-id", finding.id());
    all.put("cause", finding.diagnosis().cause().name());
    all.put("severity", finding.diagnosis().severity().code());
    all.put("confidence", CauseWords.confidence(finding.diagnosis()));
    all.put("failures-401", Integer.toString(finding.diagnosis().explains().size()));
    return all;
  }

  private void properties(Map<String, String> values) throws IOException {
    json.rows(
        "props",
        values.entrySet().stream().filter(e -> !e.getValue().isEmpty()).toList(),
        e -> {
          json.text("name", e.getKey());
          json.text("ns", SPACE);
          json.text("value", OscalText.string(e.getValue()));
        });
  }

  private record Piece(String href, String description) {}

  /** The table that all references stand in, and each of them. */
  private void evidence(String table, List<Evidence> references) throws IOException {
    List<Piece> all = new ArrayList<>();
    all.add(new Piece("#" + id("resource", table), "The row of this observation in " + table));
    for (Evidence e : references) {
      String says = e.says().isEmpty() ? "" : ": " + e.says();
      all.add(new Piece("", OscalText.line(e.reference() + says)));
    }
    json.rows(
        "relevant-evidence",
        all,
        piece -> {
          json.text("href", piece.href());
          json.text("description", piece.description());
        });
  }

  private void risk(Finding finding) throws IOException {
    json.text("uuid", riskId(finding.id()));
    json.text("title", title(finding));
    json.text("description", OscalText.line(finding.diagnosis().summary()));
    json.text("statement", statement(finding.diagnosis().severity()));
    properties(properties(finding));
    json.text(
        "status",
        report.exemptions().accepting(finding).isPresent() ? "deviation-approved" : "open");
    if (!finding.diagnosis().remedy().isEmpty()) {
      json.rows(
          "remediations",
          List.of(finding.diagnosis().remedy()),
          steps -> {
            json.text("uuid", id("remediation", finding.id()));
            json.text("lifecycle", "recommendation");
            json.text("title", "What to do");
            json.text("description", OscalText.steps(steps));
          });
    }
    json.rows(
        "related-observations",
        List.of(finding),
        f -> json.text("observation-uuid", observationId(f.id())));
  }

  private static String statement(Severity severity) {
    return "Severity "
        + severity.code()
        + ": as the tool rates it by what happens when nothing changes; no likelihood is stated.";
  }

  private void finding(Control control) throws IOException {
    List<String> known = report.findings().stream().map(Finding::id).toList();
    List<String> own = control.findingIds().stream().filter(known::contains).toList();
    boolean pass = control.status() == Control.Status.PASS;
    json.text("uuid", id("control-finding", control.framework(), control.id()));
    json.text("title", OscalText.line(control.id() + " " + control.title()));
    json.text("description", OscalText.line(control.observation()));
    json.object(
        "target",
        () -> {
          json.text("type", "objective-id");
          json.text("target-id", control(control));
          json.object(
              "status",
              () -> {
                json.text("state", pass ? "satisfied" : "not-satisfied");
                json.text("reason", pass ? "pass" : "fail");
              });
        });
    List<String> observations = new ArrayList<>(List.of(observationId(control)));
    own.forEach(f -> observations.add(observationId(f)));
    json.rows("related-observations", observations, o -> json.text("observation-uuid", o));
    ifAny("related-risks", own, f -> json.text("risk-uuid", riskId(f)));
  }

  private Map<String, String> resources() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String path :
        List.of("csv/controls.csv", "csv/findings.csv", "csv/inputs.csv", "report.json")) {
      all.put(path, path.endsWith(".csv") ? "text/csv" : "application/json");
    }
    return all;
  }

  private void resource(Map.Entry<String, String> file) throws IOException {
    json.text("uuid", id("resource", file.getKey()));
    json.text("title", file.getKey());
    json.rows(
        "rlinks",
        List.of(file),
        f -> {
          json.text("href", "../" + f.getKey());
          json.text("media-type", f.getValue());
          String digest = digests.getOrDefault(f.getKey(), "");
          ifAny(
              "hashes",
              digest.isEmpty() ? List.of() : List.of(digest),
              sha -> {
                json.text("algorithm", "SHA-256");
                json.text("value", sha);
              });
        });
  }

  /** A time that OSCAL cannot write is a damaged record's; the run's own stands for it. */
  private void time(String name, Instant at) throws IOException {
    Instant run = report.run().at();
    json.instant(name, writable(at) ? at : writable(run) ? run : Instant.EPOCH);
  }

  private static boolean writable(Instant at) {
    int year = Words.plausible(at) ? at.atOffset(ZoneOffset.UTC).getYear() : 0;
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }
}
