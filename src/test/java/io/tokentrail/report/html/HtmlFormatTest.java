package io.tokentrail.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Report;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.report.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlFormatTest {

  private static final List<Report> REPORTS = List.of(Reports.sample(), Reports.quiet());

  @Test
  void everyLinkOnThePageLeadsSomewhere() {
    for (Report report : REPORTS) {
      String page = HtmlFormat.page(report);
      Set<String> ids = new HashSet<>(all(page, " id=\"([^\"]+)\""));
      for (String target : all(page, " href=\"#([^\"]*)\"")) {
        assertTrue(ids.contains(target), "#" + target);
      }
      for (String shape : all(page, "url\\(#([^)]*)\\)")) {
        assertTrue(ids.contains(shape), shape);
      }
    }
  }

  @Test
  void everyOtherLinkIsAFileBesideThePage() {
    for (String link : all(HtmlFormat.page(Reports.sample()), " href=\"([^#\"][^\"]*)\"")) {
      assertTrue(link.matches("csv/[a-z_]+\\.csv|report\\.json|data:,"), link);
    }
  }

  @Test
  void noIdStandsTwice() {
    List<String> ids = all(HtmlFormat.page(Reports.sample()), " id=\"([^\"]+)\"");

    assertEquals(new HashSet<>(ids).size(), ids.size());
  }

  @Test
  void headingsDoNotJump() {
    for (Report report : REPORTS) {
      int before = 0;
      for (String level : all(HtmlFormat.page(report), "<h([1-6])[ >]")) {
        int now = Integer.parseInt(level);
        assertTrue(now <= before + 1, "h" + now + " after h" + before);
        before = now;
      }
    }
  }

  @Test
  void thePolicyAllowsTheOneStyleAndTheOneScriptThatAreThere() throws NoSuchAlgorithmException {
    String page = HtmlFormat.page(Reports.sample());
    String policy = all(page, "Content-Security-Policy\" content=\"([^\"]+)\"").get(0);

    for (String tag : List.of("style", "script")) {
      List<String> texts = all(page, "(?s)<" + tag + ">(.*?)</" + tag + ">");
      assertEquals(1, texts.size());
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(texts.get(0).getBytes(StandardCharsets.UTF_8));
      assertTrue(
          policy
              .replace("&#39;", "'")
              .contains(tag + "-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"),
          policy);
    }
    assertTrue(policy.startsWith("default-src"));
  }

  @Test
  void nothingOnThePageNeedsStyleOrScriptOrTheNetwork() {
    String page = HtmlFormat.page(Reports.sample());
    String body = page.replaceAll("(?s)<(style|script)>.*?</\\1>", "");

    assertFalse(body.contains(" style=\""));
    assertFalse(Pattern.compile(" on[a-z]+=\"").matcher(body).find());
    assertFalse(Pattern.compile(" (src|srcset|action|xlink:href)=").matcher(body).find());
    assertFalse(body.contains("<img") || body.contains("<iframe") || body.contains("@import"));
  }

  @Test
  void thePictureAndItsTableAgreeWithTheRows() {
    Report report = Reports.sample();
    Timeline timeline = Timeline.of(new Telling(report));
    int sum =
        timeline.twin().rows().stream()
            .mapToInt(r -> Integer.parseInt(r.sum().replace("\u00a0", "")))
            .sum();

    assertEquals(report.caseFile().failures().size(), sum);
  }

  @Test
  void everyTableHasACaptionOrANameAndItsHeadsTheirScope() {
    String page = HtmlFormat.page(Reports.sample());

    for (String table : all(page, "(?s)<table([^>]*>.{12})")) {
      assertTrue(table.contains("<caption>") || table.contains("aria-labelledby"), table);
    }
    assertFalse(Pattern.compile("<th(?![^>]*scope=)[ >]").matcher(page).find());
    for (String svg : all(page, "<svg([^>]*width=\"100%\" height=\"\\d+\"[^>]*role[^>]*)>")) {
      assertTrue(svg.contains("aria-label"), svg);
    }
  }

  @Test
  void tenThousandFindingsStayReadable() {
    List<CauseCode> causes = List.of(CauseCode.values());
    List<Severity> severities = List.of(Severity.values());
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      many.add(
          new Finding(
              String.format(java.util.Locale.ROOT, "F-%08x", i),
              new Diagnosis(
                  causes.get(i % causes.size()),
                  Subject.ofOther("object " + i),
                  severities.get(i % severities.size()),
                  0.9,
                  Reports.START,
                  Reports.END,
                  List.of(),
                  "Number " + i + " of many.",
                  List.of(new Evidence("object=Thing/" + i, "")),
                  List.of()),
              List.of()));
    }
    Report r = Reports.sample();
    String page = HtmlFormat.page(Reports.finding(r, many));

    assertTrue(page.length() < 1_000_000, page.length() + " characters");
    assertTrue(page.contains("more findings are in"));
  }

  @Test
  void onlyOurOwnStyleAndScriptGoInAsTheyAre() throws IOException {
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
      List<String> raw = new ArrayList<>();
      for (Path file : templates.filter(Files::isRegularFile).toList()) {
        raw.addAll(all(Files.readString(file), "\\$unsafe\\{([^}]*)\\}"));
      }
      assertEquals(Set.of("page.assets().style()", "page.assets().script()"), Set.copyOf(raw));
    }
  }

  @Test
  void aQuietRunSaysWhatItLookedAt() {
    String page = HtmlFormat.page(Reports.quiet()).replaceAll("(?s)<script>.*</script>", "");

    assertTrue(page.contains("32\u00a0causes were looked for, and none was found."), page);
    assertFalse(page.contains("null") || page.contains("NaN"));
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }
}
