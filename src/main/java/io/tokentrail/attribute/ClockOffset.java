package io.tokentrail.attribute;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

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
  private static final double LEAST_TOLERANCE = 0.002;

  /**
   * Finds it.
   *
   * @param stamps line stamps, ascending, seconds
   * @param answers answer times of the 401s, ascending, seconds
   */
  static ClockOffset between(double[] stamps, double[] answers) {
    if (stamps.length == 0 || answers.length == 0) {
      return new ClockOffset(0, LEAST_TOLERANCE, 0);
    }
    boolean wholeSeconds = Arrays.stream(stamps).allMatch(s -> s == Math.rint(s));
    double bin = wholeSeconds ? 1 : BIN;
    Map<Long, Integer> counts = new HashMap<>();
    int step = Math.max(1, stamps.length / SAMPLE);
    int low = 0;
    for (int i = 0; i < stamps.length; i += step) {
      while (low < answers.length && answers[low] < stamps[i] - REACH) {
        low++;
      }
      for (int k = low; k < answers.length && answers[k] <= stamps[i] + REACH; k++) {
        counts.merge(Math.round((stamps[i] - answers[k]) / bin), 1, Integer::sum);
      }
    }
    long peak = 0;
    int best = around(counts, 0);
    for (long candidate : new TreeSet<>(counts.keySet())) {
      int n = around(counts, candidate);
      if (n > best || (n == best && Math.abs(candidate) < Math.abs(peak))) {
        best = n;
        peak = candidate;
      }
    }
    // a clock that is off shows on many lines; two or three may agree by chance
    double rough = best >= 3 ? peak * bin : 0;
    double[] rest = residuals(stamps, answers, rough, 1.5 * bin);
    double centre = rest.length == 0 ? 0 : median(rest);
    double spread =
        rest.length == 0
            ? 0
            : median(Arrays.stream(rest).map(r -> Math.abs(r - centre)).sorted().toArray());
    return new ClockOffset(
        rough + centre,
        Math.max(wholeSeconds ? 0.6 : LEAST_TOLERANCE, Math.min(6 * spread, bin)),
        rest.length);
  }

  private static int around(Map<Long, Integer> counts, long bin) {
    return counts.getOrDefault(bin - 1, 0)
        + counts.getOrDefault(bin, 0)
        + counts.getOrDefault(bin + 1, 0);
  }

  /** Distance of each line from the nearest 401, those within reach alone, ascending. */
  private static double[] residuals(
      double[] stamps, double[] answers, double offset, double reach) {
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
