package io.tokentrail.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tokentrail.report.Hostile;
import io.tokentrail.report.Poison;
import io.tokentrail.report.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every report.json keeps to report.schema.json, read strictly: a key that the schema does not name
 * fails here, while a user's validator lets later versions add some.
 */
public class SchemaTest {

  private static final String HINT =
      ": a key that is new is named, typed and described in"
          + " src/main/resources/io/tokentrail/report/json/report.schema.json; one that changes its"
          + " meaning raises JsonFormat.SCHEMA. ";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static JsonNode shipped;
  private static Schema strict;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws IOException {
    try (InputStream in = JsonFormat.class.getResourceAsStream("report.schema.json")) {
      shipped = MAPPER.readTree(in);
    }
    JsonNode closed = shipped.deepCopy();
    close(closed);
    strict = schema(closed);
  }

  private static Schema schema(JsonNode node) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(node);
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
    node.forEach(SchemaTest::close);
  }

  /** Fails unless a folder's report.json keeps to the schema. */
  private static void keeps(Path report, String what) throws IOException {
    JsonNode json = MAPPER.readTree(report.resolve(JsonFormat.FILE).toFile());
    assertEquals(
        "",
        strict
            .validate(
                json, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
            .stream()
            .limit(10)
            .map(Object::toString)
            .collect(Collectors.joining("\n")),
        what + HINT);
  }

  @Test
  void theSchemaIsASchema() {
    JsonNode meta =
        MAPPER.createObjectNode().put("$ref", SpecificationVersion.DRAFT_2020_12.getDialectId());
    assertEquals(List.of(), schema(meta).validate(shipped));
  }

  @Test
  void theSchemaNamesItsVersion() {
    assertEquals("urn:tokentrail:report:" + JsonFormat.SCHEMA, shipped.get("$id").asText());
    assertEquals(JsonFormat.SCHEMA, shipped.at("/properties/schema/const").asInt());
  }

  @Test
  void madeUpReportsKeepToIt() throws IOException {
    new JsonFormat().write(Reports.sample(), folder);
    keeps(folder, "the sample");
    new JsonFormat().write(Reports.quiet(), folder);
    keeps(folder, "the quiet night");
    new JsonFormat().write(Reports.listing(Reports.sample(), 40), folder);
    keeps(folder, "the cut one");
  }

  @Test
  void hostileTextsAndOddTimesKeepToIt() throws IOException {
    new JsonFormat()
        .write(
            Poison.shifted(
                Poison.dealt(Reports.sample(), Hostile.TEXTS, 3), Duration.ofNanos(123_456_789)),
            folder);
    keeps(folder, "the hostile one");
    new JsonFormat().write(Poison.shifted(Reports.sample(), Duration.ofDays(4_000_000)), folder);
    keeps(folder, "the far future");
  }

  @Test
  void everySamplesReportKeepsToItAndHasItBeside() throws IOException {
    try (Stream<Path> reports = Files.list(Path.of("reports"))) {
      for (Path report : reports.filter(Files::isDirectory).toList()) {
        keeps(report, report.toString());
        assertEquals(shipped, MAPPER.readTree(report.resolve("report.schema.json").toFile()));
      }
    }
  }
}
