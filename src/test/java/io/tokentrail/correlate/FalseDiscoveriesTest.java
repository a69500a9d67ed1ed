package io.tokentrail.correlate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FalseDiscoveriesTest {

  /** Benjamini and Hochberg (1995), table of 15 p values; as R's p.adjust(p, "BH") gives them. */
  @Test
  void theTableOfThePaperIsAdjustedAsRDoes() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };
    double[] q = {
      0.0015,
      0.003,
      0.0095,
      0.035625,
      0.0603,
      0.06385714286,
      0.06385714286,
      0.0645,
      0.0765,
      0.486,
      0.5811818182,
      0.714875,
      0.7532307692,
      0.8132142857,
      1.0
    };
    assertArrayEquals(q, FalseDiscoveries.adjust(p), 1e-9);
  }

  @Test
  void orderDoesNotMatter() {
    assertArrayEquals(
        new double[] {0.04, 0.03, 0.04},
        FalseDiscoveries.adjust(new double[] {0.04, 0.01, 0.03}),
        1e-12);
  }

  @Test
  void nothingStaysNothing() {
    assertArrayEquals(new double[0], FalseDiscoveries.adjust(new double[0]));
  }

  @Test
  void aSmallerPNeverGetsALargerQAndNoQIsBelowItsP() {
    qt().forAll(lists().of(doubles().between(0, 1)).ofSizeBetween(1, 30))
        .check(
            list -> {
              double[] p = list.stream().mapToDouble(Double::doubleValue).toArray();
              double[] q = FalseDiscoveries.adjust(p);
              return IntStream.range(0, p.length)
                  .allMatch(
                      i ->
                          q[i] >= p[i]
                              && q[i] <= 1
                              && IntStream.range(0, p.length)
                                  .allMatch(k -> p[k] < p[i] || q[k] >= q[i]));
            });
  }
}
