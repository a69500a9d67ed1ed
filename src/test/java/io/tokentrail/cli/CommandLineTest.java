package io.tokentrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user meets on the command line: exit codes, and one clear sentence with what to do. */
class CommandLineTest {

  private static final String REFUSED =
      """
      {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"a-1","stage":"ResponseStarted",\
      "requestURI":"/api/v1/namespaces/shop/configmaps","verb":"list","user":{},"sourceIPs":["10.0.0.9"],\
      "userAgent":"cart/v1","objectRef":{"resource":"configmaps","namespace":"shop","apiVersion":"v1"},\
      "responseStatus":{"metadata":{},"status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401},\
      "requestReceivedTimestamp":"2026-05-04T09:00:00.000001Z","stageTimestamp":"2026-05-04T09:00:00.000321Z"}
      """;

  @TempDir Path dir;

  private String out() {
    return dir.resolve("report").toString();
  }

  private String file(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void withoutAVerbTheVerbsAreTold() {
    Run run = Run.of();
    assertEquals(0, run.code());
    for (String verb :
        List.of(
            "analyze",
            "inspect",
            "explain",
            "report",
            "diff",
            "verify",
            "token",
            "collect-script",
            "demo")) {
      assertTrue(run.out().contains(verb), verb);
    }
  }

  @Test
  void everyVerbHasHelpOnStdout() {
    for (String verb :
        List.of(
            "analyze",
            "inspect",
            "explain",
            "report",
            "diff",
            "verify",
            "token",
            "collect-script",
            "demo")) {
      Run run = Run.of(verb, "--help");
      assertEquals(0, run.code(), verb);
      assertTrue(run.out().startsWith("Usage: tokentrail " + verb), run.out());
      assertEquals("", run.err(), verb);
    }
  }

  @Test
  void aMisspeltOptionIsNamedWithTheNearestOne() {
    Run run = Run.of("analyze", "x", "--out", out(), "--lookback", "30");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("--lookback") && run.err().contains("--look-back"), run.err());
  }

  @Test
  void aMisspeltOptionIsNewsEvenWhereTheRightOneIsRequired() {
    Run run = Run.of("analyze", "x", "--ouut", out());
    assertEquals(2, run.code());
    assertTrue(run.err().contains("'--ouut'") && run.err().contains("--out"), run.err());
  }

  @Test
  void aTimeWithoutAZoneIsWrongUsage() {
    Run run = Run.of("analyze", "x", "--out", out(), "--from", "2026-05-04 03:00");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("2026-05-04T03:00:00Z"), run.err());
  }

  @Test
  void aPathThatDoesNotExistIsNothingRead() {
    Run run = Run.of("analyze", dir.resolve("nowhere").toString(), "--out", out());
    assertEquals(3, run.code());
    assertTrue(run.err().contains("nowhere"), run.err());
    assertFalse(Files.exists(Path.of(out())), "nothing half-written stays");
  }

  @Test
  void anEmptyFolderIsNothingRead() throws IOException {
    Path empty = Files.createDirectory(dir.resolve("empty"));
    Run run = Run.of("analyze", empty.toString(), "--out", out());
    assertEquals(3, run.code());
    assertFalse(Files.exists(Path.of(out())));
  }

  @Test
  void aFileOfNoKnownKindIsNamedWithWhatIsExpected() throws IOException {
    Run run = Run.of("analyze", file("notes.txt", "remember the milk\n"), "--out", out());
    assertEquals(3, run.code());
    assertTrue(run.err().contains("notes.txt") && run.err().contains("--kind"), run.err());
  }

  @Test
  void besideReadableFilesAnUnknownOneIsListedAndNotFatal() throws IOException {
    file("in/audit.log", REFUSED);
    file("in/notes.txt", "remember the milk\n");
    Run run =
        Run.of(
            "analyze",
            dir.resolve("in").toString(),
            "--out",
            out(),
            "--now",
            "2026-05-04T10:00:00Z");
    assertEquals(0, run.code(), run.err());
    String inputs = Files.readString(Path.of(out(), "csv", "inputs.csv"));
    assertTrue(inputs.contains("notes.txt,unrecognised"), inputs);
  }

  @Test
  void anExistingFolderIsLeftAloneUnlessForced() throws IOException {
    String audit = file("audit.log", REFUSED);
    file("report/mine.txt", "keep me");
    Run refused = Run.of("analyze", audit, "--out", out());
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains(out() + " exists already"), refused.err());
    assertTrue(refused.err().contains("--force"), refused.err());
    assertTrue(Files.exists(Path.of(out(), "mine.txt")));
    Run forced = Run.of("analyze", audit, "--out", out(), "--force");
    assertEquals(0, forced.code(), forced.err());
    assertFalse(Files.exists(Path.of(out(), "mine.txt")));
    assertTrue(Files.exists(Path.of(out(), "report.html")));
  }

  @Test
  void anOutputBelowAFileCannotBeWritten() throws IOException {
    String audit = file("audit.log", REFUSED);
    Run run = Run.of("analyze", audit, "--out", audit + "/report");
    assertEquals(3, run.code());
  }

  @Test
  void aTimeRangeWithoutEventsIsNotClean() throws IOException {
    Run run =
        Run.of(
            "analyze",
            file("audit.log", REFUSED),
            "--out",
            out(),
            "--from",
            "2027-01-01T00:00:00Z");
    assertEquals(3, run.code());
    assertTrue(run.err().contains("not \"clean\""), run.err());
  }

  @Test
  void damagedLinesAreRejectedWithTheirPlaceAndTheGoodOnesKept() throws IOException {
    String good = REFUSED.strip();
    String damaged =
        "\uFEFF"
            + good
            + "\r\n\r\nnot json at all\n"
            + good.replace("a-1", "a-2")
            + "\n\u0000\u0000\u0000\n"
            + good.replace("a-1", "a-3")
            + "\n"
            + good.replace("a-1", "a-4").substring(0, 200);
    Run run = Run.of("analyze", file("audit.log", damaged), "--out", out());
    assertEquals(0, run.code(), run.err());
    String failures = Files.readString(Path.of(out(), "csv", "failures.csv"));
    for (String id : List.of("a-1", "a-2", "a-3")) {
      assertTrue(failures.contains(id + ","), id + " is not lost");
    }
    List<String> rejected = Files.readAllLines(Path.of(out(), "csv", "rejected.csv"));
    assertTrue(rejected.stream().anyMatch(l -> l.contains("line:3")), rejected.toString());
    assertTrue(rejected.stream().anyMatch(l -> l.contains("line:7")), rejected.toString());
    assertEquals(
        11,
        Run.of(
                "analyze",
                dir.resolve("audit.log").toString(),
                "--out",
                out(),
                "--force",
                "--strict")
            .code());
  }

  @Test
  void theSameFileGivenTwiceCountsOnce() throws IOException {
    String audit = file("audit.log", REFUSED);
    Run run = Run.of("analyze", audit, audit, "--out", out());
    assertEquals(0, run.code(), run.err());
    try (Stream<String> lines = Files.lines(Path.of(out(), "csv", "failures.csv"))) {
      assertEquals(2, lines.count(), "a header and one failure");
    }
  }

  @Test
  void aRepeatedExportCountsOnceAndIsSaid() throws IOException {
    file("in/a/audit.log", REFUSED);
    file("in/b/audit.log", REFUSED);
    Run run = Run.of("analyze", dir.resolve("in").toString(), "--out", out());
    assertEquals(0, run.code(), run.err());
    try (Stream<String> lines = Files.lines(Path.of(out(), "csv", "failures.csv"))) {
      assertEquals(2, lines.count(), "a header and one failure");
    }
  }

  @Test
  void failOnGivesItsExitCode() throws IOException {
    String audit = file("audit.log", REFUSED);
    assertEquals(10, Run.of("analyze", audit, "--out", out(), "--fail-on", "info").code());
  }

  @Test
  void optionsComeFromAFileUnlessTheCommandLineGivesThem() throws IOException {
    String audit = file("audit.log", REFUSED);
    String config =
        file("run.yaml", "cluster: from-the-file\nfail-on: info\nkeys: []\nlook-back: 31\n");
    assertEquals(10, Run.of("analyze", audit, "--out", out(), "--config", config).code());
    String report = Files.readString(Path.of(out(), "report.json"));
    assertTrue(report.contains("from-the-file") && report.contains("31"), report.substring(0, 600));
    Run run =
        Run.of(
            "analyze", audit, "--out", out(), "--force", "--config=" + config, "--cluster", "mine");
    assertEquals(10, run.code());
    assertTrue(Files.readString(Path.of(out(), "report.json")).contains("mine"));
  }

  @Test
  void aKeyThatIsNoOptionIsNamedWithItsFile() throws IOException {
    String config = file("run.yaml", "lookback: 30\n");
    Run run = Run.of("analyze", file("audit.log", REFUSED), "--out", out(), "--config", config);
    assertEquals(2, run.code());
    assertTrue(run.err().contains("run.yaml: lookback is no option"), run.err());
    assertTrue(run.err().contains("Did you mean look-back?"), run.err());
  }

  @Test
  void aWrongValueOfAFileIsToldWithTheFile() throws IOException {
    String config = file("run.yaml", "look-back: thirty\n");
    Run run = Run.of("analyze", "x", "--out", out(), "--config", config);
    assertEquals(2, run.code());
    assertTrue(run.err().contains("'thirty' is no whole number (in " + config + ")"), run.err());
    Run typed = Run.of("analyze", "x", "--out", out(), "--look-back", "x", "--config", config);
    assertFalse(typed.err().contains("run.yaml"), typed.err());
  }

  @Test
  void aFileOfOptionsThatIsMissingIsSaidToBe() {
    Run run = Run.of("analyze", "x", "--out", out(), "--config", dir.resolve("no.yaml").toString());
    assertEquals(2, run.code());
    assertTrue(run.err().contains("no.yaml: no such file"), run.err());
  }

  @Test
  void inspectSaysWhatIsThereAndWhatIsLacking() throws IOException {
    Run run = Run.of("inspect", file("audit.log", REFUSED), "--quiet");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("ResponseStarted is there: 401s are visible"), run.out());
    assertTrue(run.out().contains("Lacking") && run.out().contains("snapshot"), run.out());
  }

  @Test
  void inspectSaysWhenTheLogCannotShow401s() throws IOException {
    String complete = REFUSED.replace("ResponseStarted", "ResponseComplete").replace("401", "200");
    Run run = Run.of("inspect", file("audit.log", complete), "--quiet");
    assertTrue(run.out().contains("401s are invisible"), run.out());
  }

  @Test
  void noLineIsWiderThanEightyColumnsInAPipe() throws IOException {
    for (Run run :
        List.of(
            Run.of("inspect", "samples/real-cluster", "--quiet"),
            Run.of("explain", "ROTATION_STALL"),
            Run.of("explain", "--report", "reports/real-cluster"),
            Run.of("analyze", "--help"),
            Run.of("token", "--help"),
            Run.of("collect-script", "--help"),
            Run.of("analyze", "samples/real-cluster", "--out", out(), "--quiet"))) {
      assertEquals(0, run.code(), run.err());
      run.out()
          .lines()
          .filter(l -> l.strip().contains(" ")) // an address alone on its line stays whole
          .forEach(l -> assertTrue(l.codePointCount(0, l.length()) <= 80, l));
      assertFalse(run.out().contains("\u001b"), "no escape sequence in a pipe");
    }
  }

  @Test
  void anUnknownCauseIsNamedWithTheNearestOne() {
    Run run = Run.of("explain", "ROTATION_STAL");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("ROTATION_STALL"), run.err());
  }

  @Test
  void aFindingIsExplainedFromItsReport() {
    Run run = Run.of("explain", "F-8339b177", "--report", "reports/real-cluster");
    assertEquals(0, run.code(), run.err());
    for (String said :
        List.of("ROTATION_STALL", "worker-b", "Evidence", "kubelet-worker-b.log.gz:", "Next")) {
      assertTrue(run.out().contains(said), said + " in:\n" + run.out());
    }
    assertEquals(3, Run.of("explain", "F-00000000", "--report", "reports/real-cluster").code());
    assertEquals(2, Run.of("explain", "F-8339b177").code());
  }

  @Test
  void withoutAnIdTheFindingsOfAReportAreListed() {
    Run run = Run.of("explain", "--report", "reports/real-cluster");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("F-8339b177") && run.out().contains("worker-b"), run.out());
  }

  @Test
  void theStepsOfAFindingCanBePasted() {
    Run run = Run.of("explain", "F-fba9d2c5", "--report", "reports/real-cluster");
    List<String> steps =
        run.out()
            .lines()
            .dropWhile(l -> !l.startsWith("Next"))
            .takeWhile(l -> !l.startsWith("Page"))
            .toList();
    for (int i = 1; i < steps.size(); i++) {
      assertFalse(
          steps.get(i - 1).contains("#") && steps.get(i - 1).endsWith("\\"),
          "a comment goes on in a comment: " + steps.get(i - 1));
    }
    assertTrue(steps.contains("           # has it ended, or is it of another CA?"), run.out());
  }

  @Test
  void aCauseIsExplained() {
    Run run = Run.of("explain", "rotation_stall");
    assertEquals(0, run.code());
    assertTrue(run.out().contains("Confirm by hand"), run.out());
  }

  @Test
  void whatIsNoTokenIsSaidSo() throws IOException {
    assertEquals(3, Run.of("token", file("x", "hello\n")).code());
  }
}
