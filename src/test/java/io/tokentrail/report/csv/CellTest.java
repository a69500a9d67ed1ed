package io.tokentrail.report.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.strings;

import io.tokentrail.report.Visible;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CellTest {

  @Test
  void aFormulaIsQuoted() {
    assertEquals("'=cmd|' /C calc'!A0", Cell.text("=cmd|' /C calc'!A0"));
    assertEquals("'+1", Cell.text("+1"));
    assertEquals("'-2", Cell.text("-2"));
    assertEquals("'@SUM(A1)", Cell.text("@SUM(A1)"));
    assertEquals("'\tx", Cell.text("\tx"));
    assertEquals("'\rx", Cell.text("\rx"));
    assertEquals("a=b", Cell.text("a=b"));
  }

  @Test
  void whatCannotBeSeenIsSpeltOut() {
    assertEquals("a\\u{0}b\\u{1b}[31m\\u{202e}c", Cell.text("a\0b\u001b[31m\u202ec"));
    assertEquals("\ufffd", Cell.text("\ud800"));
  }

  @Test
  void aHugeAgentIsCutAndTheRestCounted() {
    assertTrue(Cell.text("x".repeat(65_536)).endsWith("… (57344 more)"));
  }

  @Test
  void noTextRunsAsAFormula() {
    qt().forAll(strings().allPossible().ofLengthBetween(0, 20))
        .check(
            text -> Cell.text(text).isEmpty() || "=+-@\t\r".indexOf(Cell.text(text).charAt(0)) < 0);
  }

  @Test
  void aListIsSortedByCodePointAndKeepsItsSeparator() {
    assertEquals(
        "a%3Bb;c;\uFF5E;\uD83D\uDE00",
        Cell.list(List.of("\uD83D\uDE00", "\uFF5E", "c", "a;b", "c")));
  }

  @Test
  void timesHaveMillisecondsAlways() {
    assertEquals(
        "2026-05-04T09:12:33.120Z", Cell.time(Instant.parse("2026-05-04T09:12:33.120987Z")));
    assertEquals("2026-05-04T00:00:00.000Z", Cell.time(Instant.parse("2026-05-04T00:00:00Z")));
  }

  @Test
  void aRatioHasTwoToFourDecimals() {
    assertEquals("0.90", Cell.ratio(0.9));
    assertEquals("1.00", Cell.ratio(1));
    assertEquals("0.9713", Cell.ratio(0.97128));
    assertEquals("0.975", Cell.ratio(0.975));
  }

  @Test
  void aTinyProbabilityIsNoZeroAndNoExponent() {
    assertEquals("0.00000000123457", Cell.number(1.23456789e-9));
    assertEquals("1200000", Cell.number(1.2e6));
    assertEquals("0", Cell.number(-0.0));
    assertEquals("", Cell.number(Double.POSITIVE_INFINITY));
    assertEquals("48.5", Cell.seconds(Optional.of(Duration.ofMillis(48_500))));
  }

  @Test
  void aNumberReadsBackAsItself() {
    qt().forAll(doubles().between(-1e9, 1e9))
        .check(
            d -> Math.abs(new BigDecimal(Cell.number(d)).doubleValue() - d) <= Math.abs(d) * 1e-5);
  }

  @Test
  void codePointOrderPutsEmojiLast() {
    assertTrue(Visible.CODE_POINTS.compare("\uFF5E", "\uD83D\uDE00") < 0);
    assertTrue("\uFF5E".compareTo("\uD83D\uDE00") > 0);
  }
}
