package io.tokentrail.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokentrail.model.Report;
import io.tokentrail.report.csv.CsvFormat;
import io.tokentrail.report.html.HtmlFormat;
import io.tokentrail.report.json.JsonFormat;
import io.tokentrail.report.terminal.Screen;
import io.tokentrail.report.terminal.Summary;
import io.tokentrail.report.terminal.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every name, agent, path and sentence of a report may be chosen by an attacker. */
class HostileTextTest {

  private static final Pattern STEERING = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\u202e]");

  private static final Map<String, Report> POISONED = new LinkedHashMap<>();

  @TempDir Path folder;

  @BeforeAll
  static void poison() {
    Hostile.TEXTS.forEach(text -> POISONED.put(text, Poison.everywhere(Reports.sample(), text)));
  }

  @Test
  void noTextBecomesMarkup() {
    String clean = HtmlFormat.page(Reports.sample());
    for (String text : Hostile.TEXTS) {
      String page = HtmlFormat.page(POISONED.get(text));

      assertEquals(count(clean, "<script"), count(page, "<script"), text);
      assertEquals(count(clean, "<style"), count(page, "<style"), text);
      assertFalse(page.contains("<svg onload"), text);
      assertFalse(Pattern.compile("<[^>\"]*\\son[a-z]+=").matcher(page).find(), text);
      assertFalse(
          Pattern.compile("<[^>]*href=\"(javascript|data:text|//)").matcher(page).find(), text);
      assertFalse(page.contains("<!--"), text);
      assertFalse(STEERING.matcher(page).find(), text);
    }
  }

  @Test
  void aHugeTextDoesNotMakeAHugePage() {
    String page = HtmlFormat.page(Poison.everywhere(Reports.sample(), "x".repeat(65_536)));

    assertTrue(page.length() < 2_000_000, page.length() + " characters");
  }

  @Test
  void noNameFromTheInputGoesIntoACommandUnlessItIsAName() {
    String page = HtmlFormat.page(Poison.everywhere(Reports.sample(), "$(reboot)"));

    assertFalse(page.contains("kubectl -n $(reboot)"));
  }

  @Test
  void noCellRunsAsAFormulaOrSteersATerminal() throws IOException {
    for (String text : Hostile.TEXTS) {
      Report report = POISONED.get(text);
      for (Path file : new CsvFormat().write(report, folder)) {
        if (!file.toString().endsWith(".csv")) {
          continue;
        }
        String raw = Files.readString(folder.resolve(file));
        assertFalse(STEERING.matcher(raw.replace("\r", "")).find(), file + " " + text);
        try (CSVParser rows = CSVParser.parse(raw, CSVFormat.RFC4180)) {
          for (CSVRecord row : rows) {
            for (String cell : row) {
              assertTrue(
                  cell.isEmpty()
                      || ("=+@\t\r".indexOf(cell.charAt(0)) < 0
                          && (cell.charAt(0) != '-' || cell.matches("-[0-9.]+"))),
                  cell);
            }
          }
        }
      }
    }
  }

  @Test
  void theJsonStaysJsonAndPlainAscii() throws IOException {
    for (String text : Hostile.TEXTS) {
      new JsonFormat().write(POISONED.get(text), folder);
      byte[] bytes = Files.readAllBytes(folder.resolve("report.json"));

      new ObjectMapper().readTree(bytes);
      for (byte b : bytes) {
        assertTrue(b == '\n' || (b >= ' ' && b <= '~'), text);
      }
    }
  }

  @Test
  void theTerminalIsNotSteered() {
    for (String text : Hostile.TEXTS) {
      Report report = POISONED.get(text);
      String screen =
          Summary.render(report, Screen.PIPE, text, List.of(new Written(text, "1 kB", "")));

      assertFalse(STEERING.matcher(screen).find(), text);
      screen.lines().forEach(line -> assertTrue(line.codePointCount(0, line.length()) <= 80, line));
      String ascii = Summary.render(report, new Screen(80, false, true));
      assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(ascii), text);
    }
  }

  @Test
  void aTokenThatSlippedThroughLosesItsSignature() throws IOException {
    String part = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {1, 2, 3, 4});
    String signature = part.repeat(8);
    String json =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"sub\":\"someone\"}".getBytes(StandardCharsets.US_ASCII));
    String token = String.join(".", json, json, signature);
    Report report = Poison.everywhere(Reports.sample(), "Bearer " + token);

    for (ReportFormat format : ReportFormats.ALL) {
      for (Path file : format.write(report, folder)) {
        assertFalse(Files.readString(folder.resolve(file)).contains(signature), file.toString());
      }
    }
    assertFalse(Summary.render(report, Screen.PIPE).contains(signature));
  }

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }
}
