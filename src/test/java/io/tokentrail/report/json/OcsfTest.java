package io.tokentrail.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokentrail.model.Control;
import io.tokentrail.model.Report;
import io.tokentrail.report.Hostile;
import io.tokentrail.report.Poison;
import io.tokentrail.report.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each event has the attributes of its OCSF class, of the right type, and no other. */
class OcsfTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static JsonNode ocsf;

  @BeforeAll
  static void load() throws IOException {
    try (InputStream in = OcsfTest.class.getResourceAsStream("ocsf-1.5.0-findings.json")) {
      ocsf = JSON.readTree(in);
    }
  }

  private static List<JsonNode> events(Report report) throws IOException {
    String text = new String(OcsfJson.bytes(report), StandardCharsets.UTF_8);
    List<JsonNode> events = new ArrayList<>();
    for (String line : text.lines().toList()) {
      events.add(JSON.readTree(line));
    }
    assertTrue(text.isEmpty() || text.endsWith("}\n"));
    return events;
  }

  private static void keeps(Report report) throws IOException {
    List<JsonNode> events = events(report);
    assertEquals(report.findings().size() + report.controls().size(), events.size());
    for (JsonNode event : events) {
      String type =
          event.get("class_uid").asInt() == 2004 ? "detection_finding" : "compliance_finding";
      check(event, type, type);
      assertEquals(
          event.get("class_uid").asInt() * 100 + event.get("activity_id").asInt(),
          event.get("type_uid").asInt());
      assertEquals(event.get("class_uid").asInt() / 1000, event.get("category_uid").asInt());
    }
  }

  private static void check(JsonNode node, String type, String where) {
    JsonNode attributes = ocsf.path(type).path("attributes");
    assertFalse(attributes.isEmpty(), where + ": no object of OCSF is known as " + type);
    node.properties().forEach(e -> attribute(e, attributes.path(e.getKey()), where));
    attributes
        .properties()
        .forEach(
            e ->
                assertTrue(
                    node.has(e.getKey()) || !e.getValue().has("required"),
                    where + " lacks " + e.getKey()));
    JsonNode oneOf = ocsf.path(type).at("/constraints/at_least_one");
    boolean any = oneOf.isMissingNode();
    for (JsonNode name : oneOf) {
      any |= node.has(name.asText());
    }
    assertTrue(any, where + " has none of " + oneOf);
  }

  private static void attribute(Map.Entry<String, JsonNode> field, JsonNode spec, String where) {
    String place = where + "." + field.getKey();
    assertFalse(spec.isMissingNode(), place + " is no attribute of OCSF");
    assertFalse(spec.has("deprecated"), place + " is deprecated");
    assertEquals(spec.has("array"), field.getValue().isArray(), place);
    if (field.getValue().isArray()) {
      field.getValue().forEach(item -> value(item, spec, place));
    } else {
      value(field.getValue(), spec, place);
    }
  }

  private static void value(JsonNode value, JsonNode spec, String place) {
    switch (spec.get("type").asText()) {
      case "string_t", "ip_t" -> assertTrue(value.isTextual(), place);
      case "integer_t", "long_t", "timestamp_t" -> {
        assertTrue(value.isIntegralNumber(), place);
        if (spec.has("enum")) {
          List<Integer> allowed = new ArrayList<>();
          spec.get("enum").forEach(e -> allowed.add(e.asInt()));
          assertTrue(allowed.contains(value.asInt()), place + " " + value);
        }
      }
      case "boolean_t" -> assertTrue(value.isBoolean(), place);
      case "json_t" -> assertTrue(value.isObject(), place);
      default -> check(value, spec.get("type").asText(), place);
    }
  }

  @Test
  void everyReportsEventsAreOcsf() throws IOException {
    keeps(Reports.sample());
    keeps(Reports.quiet());
    keeps(SavedReport.read(Path.of("reports/real-cluster/report.json")));
  }

  @Test
  void hostileTextsAndImpossibleTimesAreOcsfToo() throws IOException {
    keeps(Poison.dealt(Reports.sample(), Hostile.TEXTS, 3));
    keeps(Poison.shifted(Reports.sample(), Duration.ofDays(1_000_000)));
  }

  @Test
  void theyAreThoseOfTheTables() throws IOException {
    Report report = SavedReport.read(Path.of("reports/real-cluster/report.json"));
    List<JsonNode> events = events(report);
    for (int i = 0; i < report.findings().size(); i++) {
      JsonNode event = events.get(i);
      assertEquals(report.findings().get(i).id(), event.at("/finding_info/uid").asText());
      assertEquals(
          report.findings().get(i).diagnosis().cause().failure(),
          event.get("is_alert").asBoolean());
    }
    for (int i = 0; i < report.controls().size(); i++) {
      Control control = report.controls().get(i);
      JsonNode compliance = events.get(report.findings().size() + i).get("compliance");
      assertEquals(control.id(), compliance.get("control").asText());
      assertEquals(
          control.status() == Control.Status.PASS, compliance.get("status_id").asInt() == 1);
      assertEquals(
          control.status() == Control.Status.FAIL, compliance.get("status_id").asInt() == 3);
    }
  }
}
