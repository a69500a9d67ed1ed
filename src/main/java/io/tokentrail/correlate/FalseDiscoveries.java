package io.tokentrail.correlate;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The step-up procedure of Benjamini and Hochberg (1995), as R's {@code p.adjust(p, "BH")}. */
final class FalseDiscoveries {

  private FalseDiscoveries() {}

  /**
   * Adjusts p values for their number.
   *
   * @return q values in the order given: the share of false ones among all that are as small
   */
  static double[] adjust(double[] p) {
    int n = p.length;
    int[] descending =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    double[] q = new double[n];
    double least = 1;
    for (int k = 0; k < n; k++) {
      int rank = n - k;
      least = Math.min(least, p[descending[k]] * ((double) n / rank));
      q[descending[k]] = least;
    }
    return q;
  }
}
