package io.tokentrail.correlate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.junit.jupiter.api.Test;

class InWindowTest {

  /** Newcombe (1998), table I, method 3. */
  @Test
  void wilsonsIntervalsAreThoseOfTheTable() {
    interval(81, 263, 0.2553, 0.3662);
    interval(15, 148, 0.0624, 0.1605);
    interval(0, 20, 0.0000, 0.1611);
    interval(1, 29, 0.0061, 0.1718);
  }

  private static void interval(int inside, int of, double low, double high) {
    InWindow count = new InWindow(of, inside, 0.1);
    assertEquals(low, count.share().getLowerBound(), 0.00005);
    assertEquals(high, count.share().getUpperBound(), 0.00005);
  }

  /** Newcombe (1998), table I, method 6: where a lower limit lies, mid-p is 0.025. */
  @Test
  void midPIsTwoAndAHalfPercentAtTheLowerLimitsOfTheTable() {
    assertEquals(0.025, new InWindow(263, 81, 0.2544).midP(), 0.0002);
    assertEquals(0.025, new InWindow(148, 15, 0.0601).midP(), 0.0002);
    assertEquals(0.025, new InWindow(29, 1, 0.0017).midP(), 0.0008);
  }

  /** R: binom.test(c(682, 243), p = 3/4, alternative = "greater") and dbinom(682, 925, 3/4). */
  @Test
  void mendelsPeasAgreeWithR() {
    InWindow peas = new InWindow(925, 682, 0.75);
    double exact =
        BinomialTest.withDefaults()
            .with(AlternativeHypothesis.GREATER_THAN)
            .test(925, 682, 0.75)
            .getPValue();
    assertEquals(0.824089, exact, 1e-6);
    assertEquals(exact - 0.0200984 / 2, peas.midP(), 1e-6);
  }

  @Test
  void noneOfNoneIsNoSurprise() {
    assertEquals(0.5, new InWindow(0, 0, 0.3).midP());
  }

  @Test
  void moreInsideIsMoreOfASurpriseAndMoreDutyLess() {
    qt().forAll(integers().between(1, 200), integers().between(0, 199), doubles().between(0, 0.9))
        .check(
            (of, some, duty) -> {
              int inside = some % of;
              double p = new InWindow(of, inside, duty).midP();
              return p >= new InWindow(of, inside + 1, duty).midP() - 1e-12
                  && p <= new InWindow(of, inside, duty + 0.1).midP() + 1e-12
                  && p >= 0
                  && p <= 1;
            });
  }
}
