package io.tokentrail.report.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokentrail.report.Reports;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each table's schema names its columns in their order and holds for every cell. */
class TableSchemaTest {

  private static final String HINT =
      ": name the column in src/main/resources/io/tokentrail/report/csv/%s.schema.json, in the"
          + " table's order, with what it holds";

  @TempDir Path folder;

  @Test
  void madeUpTablesKeepToTheirSchemas() throws IOException {
    new CsvFormat().write(Reports.sample(), folder);
    check(folder.resolve("csv"));
    new CsvFormat().write(Reports.quiet(), folder);
    check(folder.resolve("csv"));
  }

  @Test
  void theSamplesTablesKeepToTheirSchemas() throws IOException {
    try (Stream<Path> reports = Files.list(Path.of("reports"))) {
      for (Path report : reports.filter(Files::isDirectory).toList()) {
        check(report.resolve("csv"));
      }
    }
  }

  private static void check(Path csv) throws IOException {
    int tables = 0;
    try (Stream<Path> files = Files.list(csv)) {
      for (Path table : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        String name = table.getFileName().toString().replace(".csv", "");
        JsonNode schema = new ObjectMapper().readTree(csv.resolve(name + ".schema.json").toFile());
        check(table, name, schema);
        tables++;
      }
    }
    assertEquals(CsvFormat.tables(Reports.quiet()).size(), tables);
  }

  private static void check(Path table, String name, JsonNode schema) throws IOException {
    List<JsonNode> fields = new ArrayList<>();
    schema.get("fields").forEach(fields::add);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().get();
    try (Reader in = Files.newBufferedReader(table);
        CSVParser rows = CSVParser.parse(in, format)) {
      assertEquals(
          fields.stream().map(f -> f.get("name").asText()).toList(),
          rows.getHeaderNames(),
          String.format(name + HINT, name));
      for (CSVRecord row : rows) {
        for (int i = 0; i < fields.size(); i++) {
          check(row.get(i), fields.get(i), name + ".csv, row " + row.getRecordNumber());
        }
      }
    }
    fields.forEach(f -> assertFalse(f.get("description").asText().isEmpty(), name));
  }

  private static void check(String cell, JsonNode field, String where) {
    String what = where + ", " + field.get("name").asText() + " = " + cell;
    JsonNode must = field.path("constraints");
    if (cell.isEmpty()) {
      assertFalse(must.path("required").asBoolean(), what);
      return;
    }
    switch (field.get("type").asText()) {
      case "datetime" -> Instant.parse(cell);
      case "date" -> LocalDate.parse(cell);
      case "integer", "number" -> {
        BigDecimal value = new BigDecimal(cell);
        assertTrue(!field.get("type").asText().equals("integer") || value.scale() <= 0, what);
        if (must.has("minimum")) {
          assertTrue(value.compareTo(must.get("minimum").decimalValue()) >= 0, what);
        }
        if (must.has("maximum")) {
          assertTrue(value.compareTo(must.get("maximum").decimalValue()) <= 0, what);
        }
      }
      case "boolean" -> assertTrue(cell.equals("true") || cell.equals("false"), what);
      case "string" -> assertTrue(cell.matches(must.path("pattern").asText("(?s).*")), what);
      default -> throw new AssertionError("unknown type: " + what);
    }
    if (must.has("enum")) {
      List<String> words = new ArrayList<>();
      must.get("enum").forEach(w -> words.add(w.asText()));
      assertTrue(words.contains(cell), what + " is none of " + words);
    }
  }
}
