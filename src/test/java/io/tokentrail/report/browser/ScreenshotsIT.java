package io.tokentrail.report.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.report.LargeReport;
import io.tokentrail.report.html.HtmlFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Pictures for a person's eye, by {@code mvn -q test -Dtest=ScreenshotsIT}: the README's from the
 * sample, and in {@code target/screens/} the sample at each size and a report of 10 000 findings.
 */
class ScreenshotsIT {

  private static final Path SAMPLE = Path.of("reports/real-cluster/report.html");
  private static final Path README_PICTURE = Path.of("src/site/images/report.png");
  private static final Path SCREENS = Path.of("target/screens");

  @Test
  void pictures() throws IOException {
    assumeTrue(Chromium.installed().isPresent(), "no Chromium is installed");
    Files.createDirectories(SCREENS);
    Path large = SCREENS.resolve("large.html");
    Files.writeString(large, HtmlFormat.page(LargeReport.of(5_000, 10_000)));
    try (Chromium browser = Chromium.start()) {
      shoot(browser, SAMPLE, 1280, "light", 900, README_PICTURE);
      for (int width : List.of(390, 1440)) {
        for (String scheme : List.of("light", "dark")) {
          String name = "sample-" + width + "-" + scheme + ".png";
          shoot(browser, SAMPLE, width, scheme, 0, SCREENS.resolve(name));
        }
      }
      shoot(browser, large, 1440, "light", 0, SCREENS.resolve("large.png"));
      JsonNode times =
          browser.value(
              "(function(){var n=performance.getEntriesByType('navigation')[0];"
                  + "return [Math.round(n.domInteractive),Math.round(n.loadEventEnd)]})()");
      System.out.printf(
          "10 000 findings: %d bytes, interactive after %s ms, loaded after %s ms%n",
          Files.size(large), times.get(0), times.get(1));
    }
    assertTrue(Files.size(README_PICTURE) > 10_000);
  }

  private static void shoot(
      Chromium browser, Path page, int width, String scheme, int height, Path to)
      throws IOException {
    browser.screen(width, Math.max(900, height), "screen", scheme);
    browser.open(page.toAbsolutePath().toUri());
    if (height == 0) {
      int whole = browser.value("document.documentElement.scrollHeight").asInt();
      browser.screen(width, Math.min(16_000, whole), "screen", scheme);
    }
    String data =
        browser.call("Page.captureScreenshot", Map.of("format", "png")).get("data").asText();
    Files.write(to, Base64.getDecoder().decode(data));
  }
}
