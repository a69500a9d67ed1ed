package io.tokentrail.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokentrail.report.Reports;
import io.tokentrail.report.csv.CsvFormat;
import io.tokentrail.report.csv.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFormatTest {

  @TempDir Path folder;
  private JsonNode report;

  @BeforeEach
  void write() throws IOException {
    new JsonFormat().write(Reports.sample(), folder);
    report = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("report.json")));
  }

  @Test
  void everyTableIsThereWithAsManyRows() {
    for (Table table : CsvFormat.tables(Reports.sample())) {
      assertEquals(table.rows().size(), report.get(table.name()).size(), table.name());
    }
  }

  @Test
  void unknownIsLeftOut() throws IOException {
    String text = Files.readString(folder.resolve("report.json"));

    assertFalse(text.contains(":null"));
    assertFalse(text.contains(":\"\""));
    assertFalse(text.contains("NaN"));
  }

  @Test
  void a401NamesTheGroupThatSaysHowItsSenderWasFound() {
    JsonNode failure = report.get("failures").get(report.get("failures").size() - 1);
    JsonNode group = report.get("failure_groups").get(failure.get("group").asInt());

    assertEquals(failure.get("method"), group.get("method"));
    assertEquals(failure.path("service_account"), group.path("service_account"));
    assertTrue(group.path("runners_up").size() > 0);
    assertTrue(group.path("evidence").size() > 0);
  }

  @Test
  void onlyTheRunTellsWhenAndWhereItWasMade() {
    assertEquals("2026-05-04T03:06:22.000Z", report.at("/run/at").asText());
    assertFalse(report.get("run").has("host"));
    assertEquals(1, report.get("schema").asInt());
  }
}
