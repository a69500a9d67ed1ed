package io.tokentrail.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.Report;
import io.tokentrail.report.html.HtmlFormat;
import io.tokentrail.report.json.JsonFormat;
import io.tokentrail.report.json.SavedReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However much is found, the page stays one that opens; what it leaves out it names. */
class BoundsTest {

  private static final Report LARGE = LargeReport.of(5_000, 10_000);

  @TempDir Path folder;

  @Test
  void fiveThousandAccountsAndTenThousandFindingsFitInTwoMegabytes() {
    int bytes = HtmlFormat.page(LARGE).getBytes(StandardCharsets.UTF_8).length;

    assertTrue(bytes < 2_000_000, bytes + " bytes");
  }

  @Test
  void whatIsCutIsNamedWithItsTableAndItsDigest() {
    String page = HtmlFormat.page(LARGE);

    assertTrue(page.contains("more findings are in <a href=\"csv/findings.csv\">"));
    assertTrue(page.contains("csv/service_accounts.csv</a>: 4 800 more accounts."));
    assertTrue(page.contains("more in <a href=\"csv/legacy_tokens.csv\">"));
    assertTrue(page.contains("senders share the last lane"));
    assertEquals(
        12,
        Pattern.compile(
                "csv/[a-z_]+\\.csv</a></th><td class=\"n\">[^<]*</td><td><code>[0-9a-f]{64}<")
            .matcher(page)
            .results()
            .count());
  }

  @Test
  void aLargeReportIsTheSameAgainToo() throws IOException {
    new JsonFormat().write(LARGE, folder);

    assertEquals(
        HtmlFormat.page(LARGE), HtmlFormat.page(SavedReport.read(folder.resolve(JsonFormat.FILE))));
  }
}
