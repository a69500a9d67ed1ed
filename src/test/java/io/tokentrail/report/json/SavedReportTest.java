package io.tokentrail.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tokentrail.model.Changes;
import io.tokentrail.model.Edition;
import io.tokentrail.model.Exemption;
import io.tokentrail.model.Exemptions;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Interval;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Report;
import io.tokentrail.model.Severity;
import io.tokentrail.report.Hostile;
import io.tokentrail.report.Poison;
import io.tokentrail.report.Rendering;
import io.tokentrail.report.Reports;
import io.tokentrail.report.terminal.Screen;
import io.tokentrail.report.terminal.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report.json holds all that any format tells. */
class SavedReportTest {

  private static final String HINT =
      " is not the same again from report.json. A format tells something that report.json does not"
          + " keep, or that is not read back: write it in report/json/*Json.java, read it in"
          + " report/json/Saved*.java, name it in report.schema.json. ";

  @TempDir Path folder;

  private void sameAgain(Report report, String what) throws IOException {
    Map<String, String> first = Rendering.of(report, folder.resolve("first"));
    Report read = SavedReport.read(folder.resolve("first").resolve("report.json"));
    Map<String, String> again = Rendering.of(read, folder.resolve("again"));

    assertEquals(first.keySet(), again.keySet());
    first.forEach(
        (file, text) ->
            assertEquals("", difference(text, again.get(file)), what + ": " + file + HINT));
  }

  /** Where two texts part, with a little around it; empty when they are the same. */
  private static String difference(String a, String b) {
    if (a.equals(b)) {
      return "";
    }
    int at = 0;
    while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    int from = Math.max(0, at - 60);
    return "…"
        + a.substring(from, Math.min(a.length(), at + 60))
        + "… became …"
        + b.substring(from, Math.min(b.length(), at + 60))
        + "…";
  }

  @Test
  void everyFormatSaysTheSameAgain() throws IOException {
    sameAgain(Reports.sample(), "the sample");
    sameAgain(Reports.quiet(), "the quiet night");
  }

  @Test
  void exceptionsAndWhatChangedAreKept() throws IOException {
    Report report = Reports.sample();
    Finding accepted = report.findings().get(1);
    Exemption exemption =
        new Exemption(
            3,
            accepted.id(),
            Optional.empty(),
            "",
            "",
            "",
            "",
            "",
            "team payments",
            "replaced in May",
            LocalDate.parse("2026-06-01"));
    Edition.Told then =
        new Edition.Told("F-0000000a", "CLOCK_SKEW", Severity.HIGH, "cp-1", 7, false, "it was off");
    Edition.Told now =
        new Edition.Told(
            accepted.id(), "AUDIENCE_MISMATCH", Severity.HIGH, "a/b", 190, true, "shown");
    Edition.Standing token =
        new Edition.Standing(
            "ci",
            "old",
            "deployer",
            LegacyToken.Verdict.STALE,
            LegacyToken.Safety.YES,
            "nobody uses it");
    Changes changes =
        new Changes(
            edition("last week", List.of(then), List.of(token)),
            edition("this week", List.of(now), List.of()),
            List.of(
                new Changes.OfFinding(
                    Changes.Kind.GONE, Optional.of(then), Optional.empty(), "looked for"),
                new Changes.OfFinding(Changes.Kind.NEW, Optional.empty(), Optional.of(now), "")),
            List.of(
                new Changes.OfToken(
                    Changes.Kind.NOT_CHECKED, Optional.of(token), Optional.empty(), "no Secrets")),
            List.of("another cluster?"));
    sameAgain(
        report.known(
            new Exemptions(
                "exceptions.yaml",
                LocalDate.parse("2026-05-04"),
                List.of(
                    new Exemptions.Judged(
                        exemption, Exemptions.Status.USED, List.of(accepted.id()), ""))),
            Optional.of(changes)),
        "what is known");
  }

  private static Edition edition(
      String name, List<Edition.Told> findings, List<Edition.Standing> tokens) {
    return new Edition(
        name,
        "prod",
        Optional.of(new Interval(Reports.START, Reports.END)),
        1,
        Duration.ZERO,
        new TreeMap<>(),
        true,
        findings,
        tokens);
  }

  @Test
  void timesFinerThanAMillisecondAreKept() throws IOException {
    sameAgain(Poison.shifted(Reports.sample(), Duration.ofNanos(123_456_789)), "odd times");
  }

  @Test
  void yearsThatNobodyWritesAreKept() throws IOException {
    sameAgain(Poison.shifted(Reports.sample(), Duration.ofDays(4_000_000)), "year 12977");
  }

  @Test
  void failuresThatAreNotListedAreStillCountedAndDrawn() throws IOException {
    Report all = Reports.sample();
    for (int most : new int[] {0, 1, 300}) {
      sameAgain(Reports.listing(all, most), "at most " + most);
    }
  }

  @Test
  void hostileTextsAreKept() throws IOException {
    for (int first : new int[] {0, 17, 31}) {
      sameAgain(Poison.dealt(Reports.sample(), Hostile.TEXTS, first), "dealt " + first);
    }
    for (String text : List.of("\ud83d half", "a/b/c:d;e", "\u001b[2J\u202e")) {
      sameAgain(Poison.everywhere(Reports.sample(), text), Hostile.shown(text));
    }
  }

  @Test
  void aReportThatWasCutOffSaysSo() throws IOException {
    String whole = written();
    for (int i = 1; i < 60; i++) {
      String part = whole.substring(0, whole.length() * i / 60);
      assertThrows(DamagedReport.class, () -> read(part), "cut at " + part.length());
    }
  }

  @Test
  void whatIsNoReportIsRefused() {
    for (String text :
        List.of(
            "", "x", "[]", "{}", "null", "{\"kind\":\"List\",\"items\":[]}", "{\"schema\":99}")) {
      assertThrows(DamagedReport.class, () -> read(text), text);
    }
  }

  @Test
  void aNewerReportNamesItsSchema() throws IOException {
    String newer = written().replaceFirst("\"schema\":1", "\"schema\":2");

    assertTrue(
        assertThrows(DamagedReport.class, () -> read(newer)).getMessage().contains("schema is 2"));
  }

  /** Each value in turn becomes one of another type: it is refused or taken, and nothing breaks. */
  @Test
  void aValueOfAnotherTypeBreaksNothing() throws IOException {
    new JsonFormat().write(Reports.listing(Reports.sample(), 3), folder);
    JsonNode root = new ObjectMapper().readTree(folder.resolve(JsonFormat.FILE).toFile());

    assertTrue(spoil(root, root) > 300);
  }

  private int spoil(JsonNode node, JsonNode root) {
    int tried = 0;
    if (node instanceof ArrayNode rows && rows.size() > 0) {
      tried += spoil(rows.get(0), root);
    }
    if (node instanceof ObjectNode object) {
      for (String key : object.properties().stream().map(Map.Entry::getKey).toList()) {
        JsonNode was = object.get(key);
        for (JsonNode wrong :
            List.of(NullNode.getInstance(), DoubleNode.valueOf(-7.5), TextNode.valueOf("x"))) {
          object.set(key, wrong);
          readOrRefuse(root.toString());
          tried++;
        }
        object.set(key, was);
        tried += spoil(was, root);
      }
    }
    return tried;
  }

  private void readOrRefuse(String text) {
    try {
      assertFalse(Summary.render(read(text), Screen.PIPE).isEmpty());
    } catch (DamagedReport e) {
      assertFalse(e.getMessage().isEmpty());
    }
  }

  private String written() throws IOException {
    new JsonFormat().write(Reports.sample(), folder);
    return Files.readString(folder.resolve(JsonFormat.FILE));
  }

  private Report read(String text) {
    try {
      return SavedReport.read(Files.writeString(folder.resolve("other.json"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
