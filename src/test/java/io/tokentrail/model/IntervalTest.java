package io.tokentrail.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IntervalTest {

  private static final Instant NINE = Instant.parse("2026-05-04T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-05-04T10:00:00Z");

  @Test
  void itsStartBelongsToItAndItsEndDoesNot() {
    Interval hour = new Interval(NINE, TEN);
    assertTrue(hour.contains(NINE));
    assertFalse(hour.contains(TEN));
  }

  @Test
  void itDoesNotEndBeforeItStarts() {
    assertThrows(IllegalArgumentException.class, () -> new Interval(TEN, NINE));
  }

  @Test
  void twoThatTouchDoNotOverlap() {
    assertFalse(new Interval(NINE, TEN).overlaps(new Interval(TEN, TEN.plusSeconds(1))));
  }

  @Test
  void twoOverlapExactlyWhenOneContainsTheStartOfTheOther() {
    qt().forAll(
            longs().between(0, 50),
            longs().between(1, 20),
            longs().between(0, 50),
            longs().between(1, 20))
        .check(
            (a, long1, b, long2) -> {
              Interval one = new Interval(NINE.plusSeconds(a), NINE.plusSeconds(a + long1));
              Interval two = new Interval(NINE.plusSeconds(b), NINE.plusSeconds(b + long2));
              return one.overlaps(two) == (one.contains(two.from()) || two.contains(one.from()));
            });
  }
}
