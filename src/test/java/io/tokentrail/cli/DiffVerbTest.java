package io.tokentrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two reports against each other, as the operator does it each quarter. */
class DiffVerbTest {

  private static final String NOW = "reports/real-cluster";

  @TempDir Path dir;

  /** The same report before worker-b's kubelet stalled and with the token in use still standing. */
  private String before() throws IOException {
    String report = Files.readString(Path.of(NOW, "report.json"));
    report = report.replace("\"finding_id\":\"F-8339b177\"", "\"finding_id\":\"F-00000001\"");
    report = report.replace("\"verdict\":\"in_use\"", "\"verdict\":\"stale\"");
    Path folder = Files.createDirectories(dir.resolve("spring"));
    Files.writeString(folder.resolve("report.json"), report);
    return folder.toString();
  }

  @Test
  void whatIsNewGoneAndWorseIsToldAndTheRestCounted() throws IOException {
    Run run = Run.of("diff", before(), NOW);
    assertEquals(0, run.code(), run.err());
    for (String told : List.of("1 new", "1 gone", "the same", "ROTATION_STALL", "1 worse")) {
      assertTrue(run.out().contains(told), told + " in:\n" + run.out());
    }
    run.out().lines().forEach(l -> assertTrue(l.codePointCount(0, l.length()) <= 80, l));
    assertFalse(run.out().contains("\u001b"), "no escape sequence in a pipe");
  }

  @Test
  void aReportAgainstItselfHasNoChanges() {
    Run run = Run.of("diff", NOW, NOW, "--fail-on", "info");
    assertEquals(0, run.code(), run.err());
    assertFalse(run.out().contains("new ") || run.out().contains("gone"), run.out());
  }

  @Test
  void aPipelineFailsOnWhatIsNewAndBadEnoughOnly() throws IOException {
    String before = before();
    assertEquals(10, Run.of("diff", before, NOW, "--fail-on", "high").code());
    assertEquals(0, Run.of("diff", before, NOW, "--fail-on", "critical").code());
  }

  @Test
  void theCsvHasARowForEveryFindingAndToken() throws IOException {
    Run run = Run.of("diff", before(), NOW, "--csv");
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.get(0).startsWith("change,of,id,cause,subject,severity_old"), lines.get(0));
    assertTrue(lines.get(1).startsWith("new,finding,F-8339b177,ROTATION_STALL"), lines.get(1));
    assertTrue(
        lines.stream().anyMatch(l -> l.startsWith("worse,token,Secret/ci/deployer-token")),
        run.out());
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("same,finding,")), run.out());
  }

  @Test
  void theFolderHoldsPageTableAndJson() throws IOException {
    Path out = dir.resolve("changes");
    Run run = Run.of("diff", before(), NOW, "--json", "--out", out.toString());
    assertEquals(0, run.code(), run.err());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals(1, json.at("/counts/new/findings").asInt());
    assertEquals("F-8339b177", json.at("/findings/0/finding_id").asText());
    assertEquals(run.out(), Files.readString(out.resolve("changes.json")));
    String page = Files.readString(out.resolve("changes.html"));
    assertTrue(page.contains("ROTATION_STALL") && page.contains("Content-Security-Policy"), page);
    assertTrue(Files.exists(out.resolve("changes.csv")));
    assertEquals(3, Run.of("diff", NOW, NOW, "--out", out.toString()).code(), "only with --force");
  }

  @Test
  void whatIsNoReportIsSaidSo() throws IOException {
    Run nothing = Run.of("diff", dir.resolve("nowhere").toString(), NOW);
    assertEquals(3, nothing.code());
    assertTrue(nothing.err().contains("nowhere is no report"), nothing.err());
    Files.writeString(dir.resolve("report.json"), "{\"schema\":7}");
    Run later = Run.of("diff", NOW, dir.toString());
    assertEquals(3, later.code());
    assertTrue(later.err().contains("schema 7"), later.err());
    assertEquals(2, Run.of("diff", NOW).code());
    assertEquals(2, Run.of("diff", NOW, NOW, "--json", "--csv").code());
  }

  @Test
  void textOfAReportCannotSteerTheTerminalThePageOrTheSpreadsheet() throws IOException {
    String hostile = "=cmd()\\u001b[2J<script>alert(1)</script>";
    String report =
        Files.readString(Path.of(NOW, "report.json"))
            .replaceFirst(
                "\"cause\":\"ROTATION_STALL\",\"severity\"", "\"cause\":\"X\",\"severity\"")
            .replaceFirst(
                "\"node\":\"worker-b\"", "\"node\":\"" + hostile.replace("\\", "\\\\") + "\"")
            .replaceFirst("\"finding_id\":\"F-8339b177\"", "\"finding_id\":\"F-00000002\"");
    Files.writeString(dir.resolve("report.json"), report);
    Path out = dir.resolve("changes");
    Run text = Run.of("diff", NOW, dir.toString(), "--out", out.toString());
    assertEquals(0, text.code(), text.err());
    assertTrue(text.out().contains("cmd()"), text.out());
    assertFalse(text.out().contains("\u001b"), text.out());
    assertFalse(Files.readString(out.resolve("changes.html")).contains("<script>alert"));
    assertFalse(Files.readString(out.resolve("changes.csv")).contains("\u001b"));
  }
}
