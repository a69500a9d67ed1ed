package io.tokentrail.report.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.tokentrail.report.Hostile;
import io.tokentrail.report.Poison;
import io.tokentrail.report.Reports;
import io.tokentrail.report.html.HtmlFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Skipped, each by name, where no Chromium is installed; TOKENTRAIL_BROWSER=needed forbids that.
 */
class BrowserTest {

  private record Size(String name, int width, int height, String medium) {}

  private static final List<Size> SIZES =
      List.of(
          new Size("phone", 390, 844, "screen"),
          new Size("narrow phone", 320, 640, "screen"),
          new Size("laptop", 1440, 900, "screen"),
          new Size("paper", 794, 1123, "print"));

  private static final List<String> SCHEMES = List.of("light", "dark");

  /** What is wider than the screen and in no region that scrolls by itself. */
  private static final String SIDEWAYS =
      "(function(){var w=document.documentElement.clientWidth;"
          + "if(document.documentElement.scrollWidth<=w)return [];"
          + "var r=document.createRange(),t=document.createTreeWalker(document.body,4),all=[];"
          + "while(t.nextNode()){r.selectNodeContents(t.currentNode);"
          + "if(r.getBoundingClientRect().right>w&&!t.currentNode.parentElement.closest('.wide,.draw'))"
          + "all.push(t.currentNode.textContent.slice(0,80))}"
          + "return all.concat(document.documentElement.scrollWidth+' of '+w)})()";

  private static final String UNFOLD =
      "document.querySelectorAll('details').forEach(function(d){d.open=true})";

  private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page[^s]");

  @TempDir static Path folder;
  private static final Map<String, Path> PAGES = new TreeMap<>();
  private static Chromium browser;
  private static String axe;

  @BeforeAll
  static void open() throws IOException {
    if (Chromium.installed().isEmpty()) {
      return;
    }
    try (Stream<Path> reports = Files.list(Path.of("reports"))) {
      for (Path report : reports.filter(Files::isDirectory).toList()) {
        PAGES.put(report.getFileName().toString(), report.resolve("report.html").toAbsolutePath());
      }
    }
    PAGES.put("made up", write("made-up.html", HtmlFormat.page(Reports.sample())));
    PAGES.put("quiet", write("quiet.html", HtmlFormat.page(Reports.quiet())));
    try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    browser = Chromium.start();
  }

  private static Path write(String name, String page) throws IOException {
    return Files.writeString(folder.resolve(name), page);
  }

  @AfterAll
  static void end() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void needsABrowser() {
    boolean needed = "needed".equals(System.getenv("TOKENTRAIL_BROWSER"));
    assumeTrue(browser != null || needed, "no Chromium is installed: apt-get install chromium");
    assertTrue(browser != null, "no Chromium is installed, and TOKENTRAIL_BROWSER needs one");
    browser.scripts(true);
    browser.screen(1440, 900, "screen", "light");
  }

  @Test
  void everyReportOpensAtEverySizeAndIsQuiet() {
    PAGES.forEach(
        (name, page) -> {
          for (boolean scripts : new boolean[] {true, false}) {
            browser.scripts(scripts);
            for (Size size : SIZES) {
              for (String scheme : SCHEMES) {
                String where = name + ", " + size.name() + ", " + scheme + ", scripts " + scripts;
                browser.screen(size.width(), size.height(), size.medium(), scheme);
                browser.open(page.toUri());
                assertEquals(List.of(), browser.wrongs(), where);
                assertEquals("[]", browser.value(SIDEWAYS).toString(), where + " scrolls sideways");
                assertEquals(
                    9, browser.value("document.querySelectorAll('main>section').length").asInt());
              }
            }
          }
        });
  }

  @Test
  void withoutScriptsTheSameIsRead() {
    String read =
        "Array.from(document.querySelectorAll('main section')).map(function(s){"
            + "var c=s.cloneNode(true);"
            + "c.querySelectorAll('button,.filter,.zoom').forEach(function(b){b.remove()});"
            + "return c.textContent.replace(/\\s+/g,' ')}).join('\\n')";
    PAGES.forEach(
        (name, page) -> {
          browser.scripts(true);
          browser.open(page.toUri());
          String with = browser.value(read).asText();
          browser.scripts(false);
          browser.open(page.toUri());
          assertEquals(browser.value(read).asText(), with, name);
        });
  }

  @Test
  void axeFindsNothing() {
    PAGES.forEach(
        (name, page) -> {
          for (Size size : List.of(SIZES.get(0), SIZES.get(2))) {
            String scheme = size.name().equals("phone") ? "light" : "dark";
            browser.screen(size.width(), size.height(), size.medium(), scheme);
            browser.open(page.toUri());
            browser.value(UNFOLD);
            browser.value(axe + ";0");
            JsonNode violations =
                browser.value(
                    "axe.run(document,{resultTypes:['violations']}).then(function(r){return"
                        + " r.violations.map(function(v){return v.id+': '+v.help+' at '+"
                        + "v.nodes.slice(0,3).map(function(n){return n.target+' '+n.failureSummary})"
                        + ".join(' | ')})})");
            assertEquals("[]", violations.toString(), name + ", " + size.name() + ", " + scheme);
          }
        });
  }

  @Test
  void everyLinkLeadsSomewhere() {
    PAGES.forEach(
        (name, page) -> {
          browser.open(page.toUri());
          JsonNode lost =
              browser.value(
                  "Array.from(document.querySelectorAll('a[href^=\"#\"]')).map(function(a){return"
                      + " a.getAttribute('href').slice(1)}).filter(function(id){return"
                      + " !document.getElementById(decodeURIComponent(id))})");
          assertEquals("[]", lost.toString(), name);
          JsonNode twice =
              browser.value(
                  "Array.from(document.querySelectorAll('[id]')).map(function(e){return"
                      + " e.id}).filter(function(id,i,all){return all.indexOf(id)!==i})");
          assertEquals("[]", twice.toString(), name);
          for (JsonNode file :
              browser.value(
                  "Array.from(document.querySelectorAll('a:not([href^=\"#\"])')).map(function(a){return"
                      + " a.getAttribute('href')})")) {
            assertTrue(
                file.asText().matches("csv/[a-z_]+\\.csv|report\\.json"), name + ": " + file);
          }
        });
  }

  @Test
  void aFilterKeepsTheRowsThatHoldItsWords() {
    Path page = PAGES.get("made up");
    browser.open(page.toUri());
    browser.click("#clear ~ .filter input, #clear + .wide table");
    browser.value("document.querySelector('#clear ~ .filter input').focus()");
    browser.type("clock");
    assertEquals(
        "1",
        browser
            .value(
                "Array.from(document.querySelectorAll('#clear ~ .wide tbody tr'))"
                    + ".filter(function(r){return !r.hidden}).length")
            .asText());
    assertEquals(List.of(), browser.wrongs());
  }

  @Test
  void aHeadSortsItsColumnBothWays() {
    browser.open(PAGES.get("made up").toUri());
    String first = "document.querySelector('#clear ~ .wide tbody tr').cells[1].textContent";
    browser.value("document.querySelectorAll('#clear ~ .wide .sorter')[1].click()");
    String up = browser.value(first).asText();
    browser.value("document.querySelectorAll('#clear ~ .wide .sorter')[1].click()");
    assertTrue(up.compareTo(browser.value(first).asText()) < 0, up);
    assertEquals(List.of(), browser.wrongs());
  }

  @Test
  void theTimelineZoomsAndReadsAColumn() {
    browser.open(PAGES.get("made up").toUri());
    String wide = "document.querySelector('#time .lane .draw>svg').getBoundingClientRect().width";
    double before = browser.value(wide).asDouble();
    browser.click("#time .zoom button:nth-of-type(2)");
    double after = browser.value(wide).asDouble();
    assertTrue(after > before * 1.4, before + " became " + after);
    browser.click("#time .zoom button:nth-of-type(1)");
    assertEquals(before, browser.value(wide).asDouble(), 1);
    browser.value(
        "(function(){var r=document.querySelector('#time .zoom input');r.value=r.max/2;"
            + "r.dispatchEvent(new Event('input',{bubbles:true}))})()");
    assertTrue(
        browser
            .value("document.querySelector('#time .zoom output').textContent")
            .asText()
            .contains("UTC"));
    assertEquals(List.of(), browser.wrongs());
  }

  @Test
  void theThemeIsSwitched() {
    browser.open(PAGES.get("quiet").toUri());
    String colour = "getComputedStyle(document.body).backgroundColor";
    String light = browser.value(colour).asText();
    browser.click(".tools button");
    browser.click(".tools button");
    assertTrue(!light.equals(browser.value(colour).asText()), light);
  }

  @Test
  void aPrintedReportHasTwentyPagesAtMost() {
    PAGES.forEach(
        (name, page) -> {
          browser.screen(1440, 900, "", "light");
          browser.open(page.toUri());
          byte[] pdf =
              Base64.getDecoder()
                  .decode(
                      browser
                          .call(
                              "Page.printToPDF",
                              Map.of("preferCSSPageSize", true, "printBackground", false))
                          .get("data")
                          .asText());
          long pages =
              PDF_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
          assertTrue(pages >= 1 && pages <= 20, name + ": " + pages + " pages");
        });
  }

  /** As a build server shows artefacts: no style, no script; text, tables and pictures stay. */
  @Test
  void underTheStrictestPolicyAllOfItIsThere() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String name = exchange.getRequestURI().getPath().substring(1);
          byte[] page = Files.readAllBytes(PAGES.get(name));
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange
              .getResponseHeaders()
              .add("Content-Security-Policy", "sandbox; default-src 'none'");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    try {
      String shown =
          "[document.querySelectorAll('main h2').length,"
              + "Array.from(document.querySelectorAll('main figure>.lane svg[role=img]'))"
              + ".every(function(s){return s.getBoundingClientRect().height>0}),"
              + "Array.from(document.querySelectorAll('h1,h2,h3,h4')).map(function(h){return"
              + " +h.tagName[1]}).every(function(l,i,a){return i===0?l===1:l<=a[i-1]+1})]";
      browser.open(
          URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/real-cluster"));
      JsonNode seen = browser.value(shown);
      assertTrue(seen.get(0).asInt() >= 8, seen.toString());
      assertTrue(seen.get(1).asBoolean() && seen.get(2).asBoolean(), seen.toString());
      assertTrue(
          browser.wrongs().stream()
              .noneMatch(w -> w.startsWith("request") || w.startsWith("dialog")));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void nothingThatAnAttackerWritesRuns() {
    for (int number = 0; number < 3; number++) {
      String page = HtmlFormat.page(Poison.dealt(Reports.sample(), Hostile.TEXTS, number * 16));
      try {
        browser.open(write("hostile-" + number + ".html", page).toUri());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      browser.value(UNFOLD);
      assertEquals(List.of(), browser.wrongs());
      assertEquals(
          0,
          browser
              .value(
                  "Array.from(document.querySelectorAll('*')).filter(function(e){return"
                      + " Array.from(e.attributes).some(function(a){return /^on/.test(a.name) ||"
                      + " /^(xlink:)?href$/.test(a.name) &&"
                      + " !/^(#|csv\\/|report\\.json|data:,)/.test(a.value)})}).length")
              .asInt());
      assertEquals(1, browser.value("document.scripts.length").asInt());
      assertEquals(1, browser.value("document.querySelectorAll('style').length").asInt());
      assertEquals("[]", browser.value(SIDEWAYS).toString());
    }
  }
}
