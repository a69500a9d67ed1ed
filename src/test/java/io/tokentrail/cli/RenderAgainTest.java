package io.tokentrail.cli;

import static io.tokentrail.cli.FolderBytes.files;
import static io.tokentrail.cli.FolderBytes.put;
import static io.tokentrail.cli.FolderBytes.same;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report DIR} on the reports that stand in {@code reports/}. */
class RenderAgainTest {

  private static final Path KEPT = Path.of("reports/real-cluster");

  @TempDir Path scratch;
  private Path report;

  @BeforeEach
  void copy() throws IOException {
    report = scratch.resolve("report");
    put(files(KEPT), report);
  }

  @Test
  void everySampleIsRenderedAgainFromItsJsonAlone() throws IOException {
    try (Stream<Path> samples = Files.list(Path.of("reports"))) {
      for (Path sample : samples.filter(Files::isDirectory).sorted().toList()) {
        Path alone = scratch.resolve("alone-" + sample.getFileName());
        Files.createDirectories(alone);
        Files.copy(sample.resolve("report.json"), alone.resolve("report.json"));

        Run run = Run.of("report", alone.toString());

        assertEquals(0, run.code(), run.err());
        same(files(sample), alone);
      }
    }
  }

  @Test
  void anotherFolderIsFilledAndTheFirstLeftAlone() throws IOException {
    Map<String, byte[]> before = files(report);
    Path other = scratch.resolve("other");

    assertEquals(0, Run.of("report", report.toString(), "--out", other.toString()).code());
    same(before, other);
    same(before, report);
    assertEquals(3, Run.of("report", report.toString(), "--out", other.toString()).code());
  }

  @Test
  void aFileThatWasLostOrChangedComesBack() throws IOException {
    Map<String, byte[]> before = files(report);
    Files.delete(report.resolve("report.html"));
    Files.writeString(report.resolve("csv/findings.csv"), "changed");

    assertEquals(0, Run.of("report", report.toString()).code());
    same(before, report);
  }

  @Test
  void aFolderWithEvidenceIsNotChanged() throws IOException {
    Files.createDirectories(report.resolve("evidence"));
    assertEquals(0, Run.of("report", report.toString()).code());

    Files.writeString(report.resolve("csv/findings.csv"), "changed");
    Run run = Run.of("report", report.toString());

    assertEquals(3, run.code());
    assertTrue(run.err().contains("csv/findings.csv"), run.err());
    assertEquals("changed", Files.readString(report.resolve("csv/findings.csv")));
  }

  @Test
  void whatIsNoReportIsToldWithItsPlaceAndNothingIsWritten() throws IOException {
    String json = Files.readString(report.resolve("report.json"));
    Files.delete(report.resolve("report.html"));
    for (String text :
        new String[] {"", "{\"kind\":\"Pod\"}", json.substring(0, json.length() / 2)}) {
      Files.writeString(report.resolve("report.json"), text);
      Run run = Run.of("report", report.toString());

      assertEquals(3, run.code(), run.err());
      assertTrue(run.err().contains("report.json"), run.err());
      assertEquals("", run.out());
      assertTrue(Files.notExists(report.resolve("report.html")));
    }
    assertEquals(3, Run.of("report", scratch.resolve("nowhere").toString()).code());
  }

  @Test
  void theSummaryIsGivenAsJsonToo() {
    assertTrue(Run.of("report", report.toString(), "--json").out().contains("\"findings\":["));
  }
}
