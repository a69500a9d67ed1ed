package io.tokentrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.report.facts.FactsTable;
import io.tokentrail.report.facts.FactsTables;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --facts}: what another program reads out of the Parquet is what the CSVs say. */
class FactsTest {

  private static final String PLANTED_SECRET = "c2lnbmF0dXJlLXJlcGxhY2Vk";

  @TempDir static Path dir;
  private static Path report;

  @BeforeAll
  static void analyze() {
    report = dir.resolve("report");
    Run run = analyze("samples/real-cluster", report, "--evidence");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("/facts/"), run.out());
  }

  private static Run analyze(String input, Path out, String... more) {
    List<String> args = new ArrayList<>(List.of("analyze", input, "--out", out.toString()));
    args.addAll(List.of("--facts", "--quiet", "--now", "2026-11-26T13:00:00Z"));
    args.addAll(List.of(more));
    return Run.of(args.toArray(String[]::new));
  }

  private static String file(String table) {
    return "'" + report.resolve("facts/" + table + ".parquet") + "'";
  }

  private static List<List<String>> query(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          String value = result.getString(i);
          row.add(value == null ? "" : value);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The columns of a CSV, of its Parquet, as the CSV writes them. */
  private static String asInCsv(FactsTable<?> table, List<String> header) {
    List<String> columns = new ArrayList<>();
    for (String name : header) {
      var column =
          table.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
      columns.add(
          switch (column.type()) {
            case TIME ->
                "strftime(date_trunc('milliseconds', \""
                    + name
                    + "\" AT TIME ZONE 'UTC'), '%Y-%m-%dT%H:%M:%S.%gZ')";
            case TEXTS -> "array_to_string(\"" + name + "\", ';')";
            default -> "\"" + name + "\"";
          });
    }
    return "select " + String.join(", ", columns) + " from " + file(table.name());
  }

  private static List<List<String>> csv(String table) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Reader in = Files.newBufferedReader(report.resolve("csv/" + table + ".csv"));
        CSVParser parser = CSVFormat.RFC4180.parse(in)) {
      parser.forEach(r -> rows.add(r.toList()));
    }
    return rows;
  }

  /** Sorted alike, numbers in one form, without the guard against formulas. */
  private static List<String> comparable(List<List<String>> rows) {
    return rows.stream()
        .map(r -> r.stream().map(FactsTest::plain).toList().toString())
        .sorted()
        .toList();
  }

  private static String plain(String cell) {
    if (cell.matches("-?\\d+\\.\\d+(E-?\\d+)?")) {
      BigDecimal number = new BigDecimal(cell).round(new java.math.MathContext(4));
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }

  @Test
  void whatIsACsvTooHoldsTheSame() throws IOException, SQLException {
    for (String name : List.of("failures", "spikes", "rotation_windows", "legacy_tokens")) {
      FactsTable<?> table =
          FactsTables.ALL.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
      List<List<String>> csv = csv(name);
      List<String> header = csv.remove(0);
      assertFalse(csv.isEmpty(), name);
      assertEquals(comparable(csv), comparable(query(asInCsv(table, header))), name);
    }
  }

  @Test
  void everyTableIsThereWithItsColumnsAndNothingElse() throws IOException, SQLException {
    List<String> files;
    try (Stream<Path> all = Files.list(report.resolve("facts"))) {
      files = all.map(f -> f.getFileName().toString()).sorted().toList();
    }
    assertEquals(FactsTables.ALL.stream().map(t -> t.name() + ".parquet").sorted().toList(), files);
    for (FactsTable<?> table : FactsTables.ALL) {
      List<String> columns =
          query("describe select * from " + file(table.name())).stream()
              .map(r -> r.get(0))
              .toList();
      assertEquals(table.columns().stream().map(c -> c.name()).toList(), columns, table.name());
      String rows = query("select count(*) from " + file(table.name())).get(0).get(0);
      assertFalse(rows.equals("0"), table.name() + " is empty on the sample");
    }
  }

  @Test
  void theyAnswerWhatNotebooksAsk() throws SQLException {
    String failed = query("select count(*) from " + file("failures")).get(0).get(0);
    List<List<String>> joined =
        query(
            "select count(distinct f.audit_id) from "
                + file("failures")
                + " f join "
                + file("rotation_windows")
                + " w on f.namespace = w.namespace and f.service_account = w.service_account"
                + " and f.time between w.issued_at and w.expires_at + interval 5 minute");
    assertTrue(Integer.parseInt(joined.get(0).get(0)) > 0);
    assertTrue(Integer.parseInt(failed) >= Integer.parseInt(joined.get(0).get(0)));
  }

  @Test
  void theLimitOfTheCsvDoesNotCutThem() throws IOException, SQLException {
    String all = query("select count(*) from " + file("failures")).get(0).get(0);
    Path cut = dir.resolve("cut");
    assertEquals(
        0, analyze("samples/real-cluster", cut, "--max-failure-rows", "5", "--evidence").code());
    assertEquals(6, Files.readAllLines(cut.resolve("csv/failures.csv")).size());
    assertEquals(
        all,
        query("select count(*) from '" + cut.resolve("facts/failures.parquet") + "'")
            .get(0)
            .get(0));
    for (FactsTable<?> table : FactsTables.ALL) {
      String name = "facts/" + table.name() + ".parquet";
      assertEquals(
          -1, Files.mismatch(report.resolve(name), cut.resolve(name)), name + ": other bytes");
    }
  }

  @Test
  void theyAreListedInTheEvidenceAndHoldNoSecret() throws IOException {
    assertEquals(0, Run.of("verify", report.toString()).code());
    String manifest = Files.readString(report.resolve("evidence/manifest.json"));
    assertTrue(manifest.contains("\"path\":\"facts/failures.parquet\",\"kind\":\"facts\""));
    try (Stream<Path> all = Files.list(report.resolve("facts"))) {
      for (Path file : all.toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(PLANTED_SECRET), file.toString());
      }
    }
  }

  @Test
  void aRunWithoutALogOrAnythingElseWritesEmptyTables() throws SQLException {
    Path keys = dir.resolve("keys");
    assertEquals(0, analyze("samples/real-cluster/keys", keys).code());
    assertEquals(
        "0",
        query("select count(*) from '" + keys.resolve("facts/failures.parquet") + "'")
            .get(0)
            .get(0));
  }
}
