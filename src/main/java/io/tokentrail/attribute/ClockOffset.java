package io.tokentrail.attribute;

import java.util.Arrays;

/**
 * How far the clock behind one API server's log is from the audit log's, found from the two alone:
 * the difference between line and 401 that occurs most often. Both are mostly written by one
 * machine, but a collector may have stamped the lines.
 *
 * @param seconds what to subtract from a line's stamp
 * @param tolerance how far a corrected stamp may still lie from its 401
 * @param agreeing how many lines have a 401 at that distance
 */
record ClockOffset(double seconds, double tolerance, int agreeing) {

  /** Differences beyond this are no clock's. */
  private static final double REACH = 600;

  private static final double BIN = 0.02;

  /** Lines looked at; more do not make the peak clearer. */
  private static final int SAMPLE = 600;

  /** The least tolerance: a line is written within a millisecond or two of the answer. */
  static final double LEAST_TOLERANCE = 0.002;

  /**
   * Finds it.
   *
   * @param stamps line stamps, ascending, seconds
   * @param answers answer times of the 401s, ascending, seconds
   */
  static ClockOffset between(double[] stamps, double[] answers) {
    return between(stamps, answers, 0, REACH, SAMPLE);
  }

  /**
   * Finds it near a guess.
   *
   * @param around the guess, seconds
   * @param reach how far from it to look
   * @param sample how many lines to look at
   */
  static ClockOffset between(
      double[] stamps, double[] answers, double around, double reach, int sample) {
    if (stamps.length == 0 || answers.length == 0) {
      return new ClockOffset(around, LEAST_TOLERANCE, 0);
    }
    boolean wholeSeconds = wholeSeconds(stamps);
    double bin = wholeSeconds ? 1 : BIN;
    int half = (int) Math.ceil(reach / bin);
    int[] counts = new int[2 * half + 3];
    int step = Math.max(1, stamps.length / sample);
    int low = 0;
    for (int i = 0; i < stamps.length; i += step) {
      double centre = stamps[i] - around;
      while (low < answers.length && answers[low] < centre - reach) {
        low++;
      }
      for (int k = low; k < answers.length && answers[k] <= centre + reach; k++) {
        counts[(int) Math.round((centre - answers[k]) / bin) + half + 1]++;
      }
    }
    int peak = 0;
    int best = around(counts, half + 1);
    for (int candidate = -half; candidate <= half; candidate++) {
      int n = around(counts, candidate + half + 1);
      if (n > best || (n == best && Math.abs(candidate) < Math.abs(peak))) {
        best = n;
        peak = candidate;
      }
    }
    // a clock that is off shows on many lines; two or three may agree by chance
    double rough = around + (best >= 3 ? peak * bin : 0);
    double[] rest = residuals(stamps, answers, rough, 1.5 * bin);
    double centre = rest.length == 0 ? 0 : median(rest);
    return new ClockOffset(
        rough + centre,
        wholeSeconds ? Math.max(0.6, spread(rest, bin)) : tolerance(rest),
        rest.length);
  }

  /** The tolerance that residuals, ascending, ask for. */
  static double tolerance(double[] rest) {
    return Math.max(LEAST_TOLERANCE, spread(rest, BIN));
  }

  private static double spread(double[] rest, double most) {
    if (rest.length == 0) {
      return 0;
    }
    double centre = median(rest);
    double deviation =
        median(Arrays.stream(rest).map(r -> Math.abs(r - centre)).sorted().toArray());
    return Math.min(6 * deviation, most);
  }

  private static int around(int[] counts, int bin) {
    return counts[bin - 1] + counts[bin] + counts[bin + 1];
  }

  static boolean wholeSeconds(double[] stamps) {
    return Arrays.stream(stamps).allMatch(s -> s == Math.rint(s));
  }

  /** Distance of each line from the nearest 401, those within reach alone, ascending. */
  static double[] residuals(double[] stamps, double[] answers, double offset, double reach) {
    return Arrays.stream(stamps)
        .map(s -> nearest(answers, s - offset))
        .filter(d -> Math.abs(d) <= reach)
        .sorted()
        .toArray();
  }

  private static double nearest(double[] sorted, double x) {
    int at = Arrays.binarySearch(sorted, x);
    int right = at >= 0 ? at : -at - 1;
    double best = Double.POSITIVE_INFINITY;
    for (int k = Math.max(0, right - 1); k <= Math.min(sorted.length - 1, right); k++) {
      best = Math.abs(x - sorted[k]) < Math.abs(best) ? x - sorted[k] : best;
    }
    return best;
  }

  private static double median(double[] sorted) {
    return sorted.length % 2 == 1
        ? sorted[sorted.length / 2]
        : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
  }
}
