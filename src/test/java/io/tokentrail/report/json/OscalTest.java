package io.tokentrail.report.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tokentrail.model.Control;
import io.tokentrail.model.Report;
import io.tokentrail.report.Hostile;
import io.tokentrail.report.Poison;
import io.tokentrail.report.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Assessment results keep to NIST's schema, whatever the input holds, and hang together. */
class OscalTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DIGEST = "0".repeat(64);
  private static Schema nist;

  @BeforeAll
  static void load() throws IOException {
    try (InputStream in =
        OscalTest.class.getResourceAsStream("oscal_assessment-results_schema-1.1.3.json")) {
      nist =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(JSON.readTree(in));
    }
  }

  private static JsonNode written(Report report, String plan) throws IOException {
    return JSON.readTree(
        OscalJson.bytes(report, plan, new TreeMap<>(java.util.Map.of("report.json", DIGEST))));
  }

  private static JsonNode keeps(Report report, String what) throws IOException {
    JsonNode document = written(report, "");
    assertEquals(
        "",
        nist
            .validate(
                document, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
            .stream()
            .limit(10)
            .map(Object::toString)
            .collect(Collectors.joining("\n")),
        what);
    return document;
  }

  @Test
  void theSchemaRefusesWhatIsNotOscal() throws IOException {
    for (String wrong :
        List.of("{}", "{\"assessment-results\":{}}", "{\"assessment-results\":{\"uuid\":\"x\"}}")) {
      assertFalse(nist.validate(JSON.readTree(wrong)).isEmpty(), wrong);
    }
    JsonNode good = written(Reports.sample(), "");
    ((com.fasterxml.jackson.databind.node.ObjectNode) good.at("/assessment-results/results/0"))
        .put("start", "yesterday");
    assertFalse(nist.validate(good).isEmpty());
  }

  @Test
  void everyReportKeepsToNistsSchema() throws IOException {
    keeps(Reports.sample(), "the sample");
    keeps(Reports.quiet(), "the quiet night");
    keeps(SavedReport.read(Path.of("reports/real-cluster/report.json")), "the real cluster");
  }

  @Test
  void hostileTextsAndImpossibleTimesKeepToItToo() throws IOException {
    keeps(Poison.dealt(Reports.sample(), Hostile.TEXTS, 3), "hostile texts");
    keeps(Poison.everywhere(Reports.sample(), " \n\t "), "blanks");
    keeps(Poison.shifted(Reports.sample(), Duration.ofDays(4_000_000)), "the far future");
    keeps(Poison.shifted(Reports.sample(), Duration.ofDays(-600_000)), "long ago");
  }

  @Test
  void everyReferenceLeadsToSomethingInTheDocument() throws IOException {
    JsonNode document = keeps(Reports.sample(), "the sample");
    Set<String> ids = new HashSet<>();
    document
        .findValues("uuid")
        .forEach(id -> assertTrue(ids.add(id.asText()), "twice: " + id.asText()));
    for (String key : List.of("observation-uuid", "risk-uuid")) {
      assertFalse(document.findValues(key).isEmpty(), key);
      document.findValues(key).forEach(id -> assertTrue(ids.contains(id.asText()), id.asText()));
    }
    document.findValues("relevant-evidence").stream()
        .flatMap(e -> e.findValues("href").stream())
        .forEach(href -> assertTrue(ids.contains(href.asText().substring(1)), href.asText()));
    ids.forEach(id -> assertEquals(5, UUID.fromString(id).version()));
  }

  @Test
  void aControlIsSatisfiedOnlyWhereTheInputDecides() throws IOException {
    Report report = SavedReport.read(Path.of("reports/real-cluster/report.json"));
    JsonNode result = written(report, "").at("/assessment-results/results/0");
    long decided =
        report.controls().stream()
            .filter(c -> c.status() == Control.Status.PASS || c.status() == Control.Status.FAIL)
            .count();
    assertEquals(decided, result.path("findings").size());
    assertEquals(
        report.controls().size() + report.findings().size(), result.path("observations").size());
    assertEquals(report.findings().size(), result.path("risks").size());
    for (JsonNode finding : result.path("findings")) {
      String state = finding.at("/target/status/state").asText();
      String id = finding.at("/target/target-id").asText();
      Control control =
          report.controls().stream()
              .filter(c -> StableIds.control(c.framework(), c.id()).equals(id))
              .findFirst()
              .orElseThrow();
      assertEquals(control.status() == Control.Status.PASS, state.equals("satisfied"), id);
    }
  }

  @Test
  void theSameProblemHasTheSameNameInEveryRun() throws IOException {
    JsonNode first = written(Reports.sample(), "");
    JsonNode later =
        JSON.readTree(
            OscalJson.bytes(
                Reports.sample(),
                "",
                new TreeMap<>(java.util.Map.of("report.json", "1".repeat(64)))));
    assertEquals(
        first.at("/assessment-results/results/0/risks"),
        later.at("/assessment-results/results/0/risks"));
    assertNotEquals(
        first.at("/assessment-results/uuid"),
        later.at("/assessment-results/uuid"),
        "a new report is a new document");
    assertArrayEquals(
        OscalJson.bytes(Reports.sample(), "", new TreeMap<>()),
        OscalJson.bytes(Reports.sample(), "", new TreeMap<>()));
  }

  @Test
  void thePlanIsNamedWhereThereIsOne() throws IOException {
    assertEquals(
        "../plan.json",
        written(Reports.sample(), "../plan.json")
            .at("/assessment-results/import-ap/href")
            .asText());
    assertTrue(
        written(Reports.sample(), "")
            .at("/assessment-results/import-ap/href")
            .asText()
            .startsWith("urn:uuid:"));
  }

  @Test
  void controlIdsAreNamesThatOscalTakes() {
    assertEquals(
        "cis-kubernetes-benchmark-1.12_1.2.30",
        StableIds.control("CIS Kubernetes Benchmark 1.12", "1.2.30"));
    assertEquals(
        "nist-sp-800-53-rev.-5_ac-2.3", StableIds.control("NIST SP 800-53 Rev. 5", "AC-2(3)"));
    assertEquals("_4.0.1_8.6.3", StableIds.control("4.0.1", "8.6.3"));
  }

  @Test
  void versionFiveUuidsAreThoseOfTheRfc() {
    UUID id = UUID.fromString(StableIds.uuid("a", "b"));
    assertEquals(5, id.version());
    assertEquals(2, id.variant());
    assertEquals(id.toString(), StableIds.uuid("a", "b"));
    assertNotEquals(id.toString(), StableIds.uuid("ab"));
  }

  @Test
  void nothingInADescriptionIsALinkOrATag() throws IOException {
    String hostile = "[x](javascript:alert(1)) <img src=x> `code` ![i](//evil.example)";
    JsonNode document = written(Poison.everywhere(Reports.sample(), hostile), "");
    int marked = 0;
    for (String key : List.of("title", "description", "statement", "remarks")) {
      for (JsonNode text : document.findValues(key)) {
        marked += text.asText().contains("\\[x\\](") ? 1 : 0;
        assertFalse(text.asText().matches("(?s).*(?<!\\\\)[\\[<`].*"), text.asText());
      }
    }
    assertTrue(marked > 5, "the texts are there");
  }
}
