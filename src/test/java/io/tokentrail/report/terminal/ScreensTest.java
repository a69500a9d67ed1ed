package io.tokentrail.report.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.Report;
import io.tokentrail.report.Reports;
import io.tokentrail.report.json.SavedReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What each sample's summary looks like on a terminal of 80 columns, as it is kept beside this
 * test. {@code -Dtokentrail.regenerate=true} writes it anew; look at the difference.
 */
class ScreensTest {

  private static final Path KEPT = Path.of("src/test/resources/io/tokentrail/report/terminal");
  private static final Screen PLAIN = new Screen(80, false, false);
  private static final Screen COLOURED = new Screen(80, true, false);
  private static final Screen ASCII = new Screen(80, false, true);
  private static final Map<String, Report> REPORTS = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    REPORTS.put("made-up", Reports.sample());
    REPORTS.put("quiet", Reports.quiet());
    try (Stream<Path> samples = Files.list(Path.of("reports"))) {
      for (Path sample : samples.filter(Files::isDirectory).toList()) {
        REPORTS.put(
            sample.getFileName().toString(), SavedReport.read(sample.resolve("report.json")));
      }
    }
  }

  private static String drawn(String name, Screen screen) {
    return Summary.render(
        REPORTS.get(name),
        screen,
        "report",
        List.of(
            new Written("report/report.html", "120 kB", "open this"),
            new Written("report/csv/", "1.9 MB", "12 tables")));
  }

  private static void kept(String name, String screen) throws IOException {
    Path file = KEPT.resolve(name + ".txt");
    if (Boolean.getBoolean("tokentrail.regenerate")) {
      Files.createDirectories(KEPT);
      Files.writeString(file, screen);
    }
    assertEquals(Files.readString(file, StandardCharsets.UTF_8), screen, file.toString());
  }

  @Test
  void withoutColour() throws IOException {
    for (String name : REPORTS.keySet()) {
      kept(name, drawn(name, PLAIN));
    }
  }

  @Test
  void inAsciiAlone() throws IOException {
    for (String name : REPORTS.keySet()) {
      kept(name + "-ascii", drawn(name, ASCII));
    }
  }

  @Test
  void withColour() throws IOException {
    for (String name : REPORTS.keySet()) {
      kept(name + "-colour", drawn(name, COLOURED));
    }
  }

  @Test
  void colourSaysNothingThatWordsDoNot() {
    for (String name : REPORTS.keySet()) {
      String coloured = drawn(name, COLOURED);
      assertEquals(drawn(name, PLAIN), coloured.replaceAll("\u001b\\[[0-9;]*m", ""), name);
      assertFalse(drawn(name, PLAIN).contains("\u001b"), name);
    }
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (String name : REPORTS.keySet()) {
      for (Screen screen : List.of(PLAIN, ASCII, new Screen(120, false, false))) {
        drawn(name, screen)
            .lines()
            .forEach(
                l ->
                    assertTrue(l.codePointCount(0, l.length()) <= screen.width(), name + ": " + l));
      }
    }
  }
}
