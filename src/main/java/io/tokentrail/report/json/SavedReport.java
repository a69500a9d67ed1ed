package io.tokentrail.report.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Exemptions;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Inventory;
import io.tokentrail.model.Keys;
import io.tokentrail.model.Report;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import io.tokentrail.report.Outcome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads a report.json back, so that every format says the same again without the input. Whatever a
 * format tells is kept there; what {@link JsonFormat} writes, this reads, section for section.
 */
public final class SavedReport {

  private final ObjectMapper mapper = new ObjectMapper();
  private final SavedFailures failures = new SavedFailures();
  private final Map<String, JsonNode> objects = new HashMap<>();
  private final Map<String, List<JsonRow>> sections = new HashMap<>();
  private final SortedSet<String> keyIds = new TreeSet<>();

  private SavedReport() {}

  /**
   * The report of a run.
   *
   * @param file its report.json
   * @throws IOException when it cannot be read
   * @throws DamagedReport when it is no report, or one of another schema
   */
  public static Report read(Path file) throws IOException {
    SavedReport saved = new SavedReport();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        JsonParser parser = saved.mapper.createParser(in)) {
      saved.sections(parser);
      return saved.report();
    } catch (JsonProcessingException e) {
      throw new DamagedReport(
          "it is no JSON from line "
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + " on; it may have been cut off",
          e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new DamagedReport(String.valueOf(e.getMessage()), e);
    }
  }

  /** 401s are many: each row becomes a record before the next is read. */
  private void sections(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new DamagedReport("it is no JSON object");
    }
    boolean known = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken start = parser.nextToken();
      if (name.equals("schema")) {
        schema(parser);
        known = true;
      } else if (!known) {
        throw new DamagedReport("its first key is not `schema`: another program wrote it");
      } else if (start == JsonToken.START_ARRAY) {
        section(name, parser);
      } else {
        JsonNode tree = mapper.readTree(parser);
        objects.put(name, tree);
      }
    }
    if (!known || parser.currentToken() != JsonToken.END_OBJECT) {
      throw new DamagedReport("it has no `schema`: another program wrote it");
    }
  }

  private static void schema(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getIntValue() != JsonFormat.SCHEMA) {
      throw new DamagedReport(
          "its schema is " + parser.getText() + "; this version reads " + JsonFormat.SCHEMA);
    }
  }

  private void section(String name, JsonParser parser) throws IOException {
    List<JsonRow> rows = new ArrayList<>();
    int number = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode tree = mapper.readTree(parser);
      if (tree == null) {
        throw new DamagedReport(name + " is cut off");
      }
      if (name.equals("key_ids") && tree.isTextual()) {
        keyIds.add(tree.textValue());
        continue;
      }
      JsonRow row = new JsonRow(name + "[" + number + "]", tree);
      number++;
      switch (name) {
        case "failure_groups" -> failures.group(row);
        case "failures" -> failures.listed(row);
        case "failures_beyond" -> failures.beyond(row);
        default -> rows.add(row);
      }
    }
    sections.put(name, rows);
  }

  private JsonRow object(String name) {
    if (!objects.containsKey(name)) {
      throw new DamagedReport("it has no `" + name + "`");
    }
    return new JsonRow(name, objects.get(name));
  }

  private <R> List<R> rows(String name, Function<JsonRow, R> read) {
    if (!sections.containsKey(name)) {
      throw new DamagedReport("it has no `" + name + "`");
    }
    return rowsIfAny(name, read);
  }

  /** A section that came after the schema's first version: earlier reports lack it. */
  private <R> List<R> rowsIfAny(String name, Function<JsonRow, R> read) {
    return sections.getOrDefault(name, List.of()).stream().map(read).toList();
  }

  private Report report() {
    JsonRow totals = object("totals");
    JsonRow coverage = object("coverage");
    Case caseFile =
        new Case(
            facts(),
            failures.all(),
            rows("rotation_windows", SavedHistory::lifetime),
            rows("spikes", failures::spike),
            new Inventory(
                rows("service_accounts", SavedHistory::account),
                rows("legacy_tokens", SavedHistory::legacyToken)),
            totals.seconds("look_back_seconds").orElse(Duration.ZERO));
    List<Finding> findings = rows("findings", this::finding);
    OptionalDouble share = coverage.numberIfAny("share");
    return new Report(
        run(object("run")),
        parameters(object("parameters")),
        caseFile,
        findings,
        verdicts(findings),
        rows("correlations", SavedResults::correlation),
        rows("outlook", SavedResults::outlook),
        rows("signals", SavedResults::signal),
        rowsIfAny("marks", SavedResults::mark),
        rows("controls", SavedResults::control),
        share.isPresent() ? Optional.of(share.getAsDouble()) : Optional.empty(),
        gaps(coverage),
        (int) totals.count("max_failure_rows"),
        objects.containsKey("exceptions_file")
            ? SavedKnown.exemptions(
                object("exceptions_file"), rowsIfAny("exceptions", SavedKnown::judged))
            : Exemptions.NONE,
        objects.containsKey("since")
            ? Optional.of(SavedKnown.changes(object("since")))
            : Optional.empty());
  }

  static Report.Run run(JsonRow row) {
    return new Report.Run(
        row.text("tool"),
        row.text("commit"),
        row.text("cluster"),
        row.needTime("at"),
        row.flag("fixed").orElse(false),
        row.text("host"),
        row.seconds("took_seconds"));
  }

  private static SortedMap<String, String> parameters(JsonRow row) {
    SortedMap<String, String> all = new TreeMap<>();
    row.node().fieldNames().forEachRemaining(name -> all.put(name, row.text(name)));
    return all;
  }

  private static SortedMap<String, List<Interval>> gaps(JsonRow coverage) {
    SortedMap<String, List<Interval>> all = new TreeMap<>();
    for (JsonRow gap : coverage.rows("gaps")) {
      all.computeIfAbsent(gap.text("source"), s -> new ArrayList<>())
          .add(new Interval(gap.needTime("from"), gap.needTime("to")));
    }
    return all;
  }

  private Facts facts() {
    return new Facts(
        rows("inputs", SavedInputs::input),
        rows("rejected", SavedInputs::reject),
        new AuditFacts(
            rows("audit_files", SavedInputs::auditFile),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        rows("snapshots", SavedInputs::snapshot),
        rows("log_files", SavedInputs::logFile),
        List.of(),
        List.of(),
        new Keys(keyIds, Collections.emptySortedSet()),
        List.of(),
        rowsIfAny("metric_series", SavedInputs::series).stream().flatMap(s -> s).toList());
  }

  private Map<CauseCode, Verdict> verdicts(List<Finding> findings) {
    Map<CauseCode, Verdict> all = new EnumMap<>(CauseCode.class);
    for (JsonRow row : rows("causes", r -> r)) {
      CauseCode cause = row.code("cause", CauseCode.values(), CauseCode::name);
      all.put(
          cause,
          switch (row.code("verdict", Outcome.Kind.values(), Outcome.Kind::code)) {
            case FOUND ->
                new Verdict.Found(
                    findings.stream()
                        .map(Finding::diagnosis)
                        .filter(d -> d.cause() == cause)
                        .toList());
            case CLEAR -> new Verdict.Clear(row.text("looked_at"));
            case NOT_CHECKED -> new Verdict.NotChecked(row.text("missing"));
          });
    }
    return all;
  }

  private Finding finding(JsonRow row) {
    String id = row.text("finding_id");
    Subject subject =
        new Subject(
            row.account(), row.text("pod"), row.text("node"), row.ref("object"), row.text("other"));
    return new Finding(
        id,
        new Diagnosis(
            row.code("cause", CauseCode.values(), CauseCode::name),
            subject,
            row.code("severity", Severity.values(), Severity::code),
            row.number("confidence"),
            row.needTime("first_seen"),
            row.needTime("last_seen"),
            failures.ofFinding(id),
            row.text("summary"),
            row.evidence("evidence"),
            row.list("remedy")),
        row.rows("alternatives").stream()
            .map(
                a ->
                    new Finding.Alternative(
                        a.code("cause", CauseCode.values(), CauseCode::name),
                        a.number("confidence"),
                        a.text("why")))
            .toList());
  }
}
