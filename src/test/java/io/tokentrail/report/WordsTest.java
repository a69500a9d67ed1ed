package io.tokentrail.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import io.tokentrail.model.Interval;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void thousandsStandApart() {
    assertEquals("4 683 858", Words.count(4_683_858));
    assertEquals("999", Words.count(999));
    assertEquals("1 pod", Words.count(1, "pod"));
  }

  @Test
  void almostAllIsNotAll() {
    assertEquals("> 99.9 %", Words.percent(0.99999));
    assertEquals("99.5 %", Words.percent(0.995));
    assertEquals("< 0.1 %", Words.percent(0.00001));
    assertEquals("100 %", Words.percent(1));
    assertEquals("99.9 %", Words.coverage(0.99999));
    assertEquals("97.3 %", Words.coverage(0.973));
  }

  @Test
  void lengthsHaveTwoUnits() {
    assertEquals("12 h", Words.length(Duration.ofHours(12)));
    assertEquals("1 h 43 min", Words.length(Duration.ofSeconds(6219)));
    assertEquals("90 d", Words.length(Duration.ofDays(90)));
    assertEquals("250 ms", Words.length(Duration.ofMillis(250)));
  }

  @Test
  void sizesAreDecimal() {
    assertEquals("412 B", Words.size(412));
    assertEquals("9.8 MB", Words.size(9_820_771));
    assertEquals("897 MB", Words.size(897_440_118));
    assertEquals("1.0 GB", Words.size(999_999_999));
  }

  @Test
  void aYearsEndIsWritten() {
    assertEquals(
        "31 Dec 2026 23:00 – 1 Jan 2027 01:00 UTC, 2 h",
        Words.span(
            new Interval(
                Instant.parse("2026-12-31T23:00:00Z"), Instant.parse("2027-01-01T01:00:00Z")),
            false));
  }

  @Test
  void aCutNameKeepsBothEndsAndFits() {
    assertEquals("ledger-a…b-qx8fd", Words.cutMiddle("ledger-api-7d9c5b-qx8fd", 16));
    qt().forAll(strings().allPossible().ofLengthBetween(0, 60), integers().between(3, 40))
        .check(
            (text, most) -> {
              String cut = Words.cutMiddle(text, most);
              return cut.codePointCount(0, cut.length()) <= most;
            });
    assertTrue(Words.cutMiddle("abc", 3).equals("abc"));
  }
}
