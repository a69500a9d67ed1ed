package io.tokentrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings that a team accepts for a while, and an older report to hold the new one against. */
class ExceptionsTest {

  private static final String REFUSED =
      """
      {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"a-1","stage":"ResponseStarted",\
      "requestURI":"/api/v1/namespaces/shop/configmaps","verb":"list","user":{},"sourceIPs":["10.0.0.9"],\
      "userAgent":"cart/v1","objectRef":{"resource":"configmaps","namespace":"shop","apiVersion":"v1"},\
      "responseStatus":{"metadata":{},"status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401},\
      "requestReceivedTimestamp":"2026-05-04T09:00:00.000001Z","stageTimestamp":"2026-05-04T09:00:00.000321Z"}
      """;

  private static final String ENTRY =
      """
      exceptions:
        - cause: UNEXPLAINED
          owner: =team-shop
          reason: one probe, to be moved
          expires: %s
        - cause: CLOCK_SKEW
          owner: team-infra
          reason: the old clock
          expires: 2027-01-31
      """;

  @TempDir Path dir;

  private String file(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }

  private Run analyze(String exceptions, String... more) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "analyze",
                file("audit.log", REFUSED),
                "--out",
                dir.resolve("report").toString(),
                "--force",
                "--quiet"));
    if (!exceptions.isEmpty()) {
      args.addAll(List.of("--exceptions", file("exceptions.yaml", exceptions)));
    }
    args.addAll(List.of(more));
    return Run.of(args.toArray(String[]::new));
  }

  private String written(String name) throws IOException {
    return Files.readString(dir.resolve("report").resolve(name));
  }

  @Test
  void anAcceptedFindingIsMarkedAndDoesNotFailTheRun() throws IOException {
    assertEquals(10, analyze("", "--fail-on", "info").code());

    Run run = analyze(ENTRY.formatted("2026-05-04"), "--fail-on", "info");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("accepted") && run.out().contains("1 unused"), run.out());
    assertTrue(written("csv/findings.csv").contains(",2026-05-04,'=team-shop,"), "marked");
    assertTrue(written("csv/exceptions.csv").contains("2,used,,UNEXPLAINED"));
    assertTrue(written("csv/exceptions.csv").contains("6,unused,,CLOCK_SKEW"));
    assertTrue(written("report.html").contains("Accepted until 2026-05-04 by =team-shop"));
    assertTrue(written("report.json").contains("\"accepted\":{\"until\":\"2026-05-04\""));
  }

  @Test
  void theDayIsTheNewestOneInTheInputOrTheOneThatIsGiven() throws IOException {
    String untilTheDayBefore = ENTRY.formatted("2026-05-03");
    Run expired = analyze(untilTheDayBefore, "--fail-on", "info");
    assertEquals(10, expired.code());
    assertTrue(expired.out().contains("expired on 2026-05-03"), expired.out());

    String untilThatDay = ENTRY.formatted("2026-05-04");
    assertEquals(
        10, analyze(untilThatDay, "--fail-on", "info", "--now", "2026-05-05T00:00:00Z").code());
  }

  @Test
  void withoutExceptionsNothingIsSaidOfThem() throws IOException {
    assertEquals(0, analyze("").code());
    assertFalse(Files.exists(dir.resolve("report/csv/exceptions.csv")));
    assertFalse(written("report.html").contains("Exceptions"));
  }

  @Test
  void whatIsWrongWithTheFileIsToldWithItsLine() throws IOException {
    for (List<String> wrong :
        List.of(
            List.of(
                "exceptions:\n  - cause: CLOCK_SKEV\n    owner: a\n    reason: b\n    expires: 2027-01-01",
                ":2: ",
                "CLOCK_SKEW"),
            List.of("exceptions:\n  - finding_id: F-1\n    ownr: a", ":3: ", "owner"),
            List.of("exceptions:\n  - owner: a\n    reason: b\n    expires: 2026-01-01", ":2: "),
            List.of("exceptions:\n  - finding_id: F-1\n    owner: a", ":2: ", "without reason"),
            List.of("exceptions: none", ":1: ", "expires: 2026-09-30"),
            List.of("- finding_id: F-1", ":1: ", "exceptions:"),
            List.of("exceptions:\n  - node: [a]", ":2: ", "single value"),
            List.of("exceptions:\n  - owner: a\n    owner: b", "stands twice", "exceptions.yaml"),
            List.of("exceptions: [", "is no YAML"))) {
      Run run = analyze(wrong.get(0) + "\n");
      assertEquals(2, run.code(), wrong.get(0));
      assertTrue(
          wrong.stream().skip(1).allMatch(said -> run.err().contains(said)),
          wrong + " in:\n" + run.err());
      assertFalse(run.err().contains("Exception"), run.err());
    }
    assertEquals(2, analyze("", "--exceptions", dir.resolve("none.yaml").toString()).code());
  }

  @Test
  void aBadDayIsQuoted() throws IOException {
    Run run = analyze(ENTRY.formatted("next week"));
    assertEquals(2, run.code());
    assertTrue(run.err().contains(":5: ") && run.err().contains("'next week'"), run.err());
  }

  @Test
  void aReportSaysWhatChangedSinceAnOlderOne() throws IOException {
    Run run = analyze("", "--baseline", "reports/real-cluster");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("Since") && run.out().contains("1 new"), run.out());
    assertTrue(written("report.html").contains("id=\"changes\""));
    assertTrue(written("csv/changes.csv").contains("new,finding,"));
    assertTrue(written("report.json").contains("\"since\":{\"old\""));
    assertEquals(3, analyze("", "--baseline", dir.resolve("nowhere").toString()).code());
  }

  @Test
  void aReportMayReplaceTheOneThatItIsHeldAgainst() throws IOException {
    assertEquals(0, analyze("").code());
    Run again = analyze("", "--baseline", dir.resolve("report").toString());
    assertEquals(0, again.code(), again.err());
    assertTrue(again.out().contains("no finding changed"), again.out());
  }
}
