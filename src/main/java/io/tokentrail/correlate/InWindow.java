package io.tokentrail.correlate;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * How many of the incidents began inside windows, against a chance of {@code duty} for each.
 *
 * <p>Where incidents of several pods have different duties their mean is the chance: a sum of
 * unequal chances varies less than the binomial of their mean (Hoeffding 1956), so the p is then a
 * little too large, never too small.
 *
 * @param incidents how many
 * @param inside how many of them began inside a window
 * @param duty mean share of observable time that windows cover
 */
record InWindow(int incidents, int inside, double duty) {

  /** Two-sided error of the interval. */
  private static final double ERROR = 0.05;

  InWindow {
    if (inside < 0 || inside > incidents || !(duty >= 0 && duty <= 1)) {
      throw new IllegalArgumentException(inside + " of " + incidents + " at " + duty);
    }
  }

  double expected() {
    return incidents * duty;
  }

  /** Chance of as many inside or more, counting half of "as many" (Lancaster's mid-p). */
  double midP() {
    BinomialDistribution chance = BinomialDistribution.of(incidents, duty);
    return Math.min(1, chance.survivalProbability(inside) + chance.probability(inside) / 2);
  }

  /** The smallest p that so many incidents could give: with all of them inside. */
  double leastP() {
    return new InWindow(incidents, incidents, duty).midP();
  }

  /** Wilson's 95 % interval of the share that begins inside. */
  Interval share() {
    return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(incidents, inside, ERROR);
  }
}
