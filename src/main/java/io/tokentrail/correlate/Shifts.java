package io.tokentrail.correlate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Common shifts of an account's incidents along their pods' observable time, which keep how the
 * incidents depend on each other and break what ties them to the windows.
 *
 * <p>The lags are the multiples of the golden section within half a day to either side: evenly
 * spread whatever their number, the same in every run, and in step with no period.
 */
final class Shifts {

  /** So many shifts tell p to a thousandth. */
  static final int MANY = 999;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private static final long[] LAGS =
      IntStream.rangeClosed(1, MANY)
          .mapToLong(j -> Math.round((j * GOLDEN % 1 - 0.5) * 2 * Exposure.HALF_DAY.toMillis()))
          .toArray();

  private Shifts() {}

  /** The lags in milliseconds, between minus and plus half a day. */
  static long[] lags() {
    return LAGS.clone();
  }

  /**
   * The share of shifts, the true place among them, that put as many incidents inside windows.
   *
   * @param placed incidents with their pods' exposures
   */
  static double p(List<Placed> placed) {
    long inside = placed.stream().filter(Placed::inside).count();
    long asMany = 0;
    for (long lag : LAGS) {
      long shifted = 0;
      for (Placed one : placed) {
        if (one.exposure().windows().contains(one.shifted(lag))) {
          shifted++;
        }
      }
      asMany += shifted >= inside ? 1 : 0;
    }
    return (1.0 + asMany) / (1 + MANY);
  }
}
