package io.tokentrail.report.terminal;

import java.util.Arrays;

/** Counts as a row of bars. Rows share one square-root scale, so that a small one stays visible. */
final class Sparkline {

  private static final String BARS = "▁▂▃▄▅▆▇█";

  private final int largest;

  /** A scale whose full bar is the largest of these. */
  Sparkline(int[] counts) {
    largest = Math.max(1, Arrays.stream(counts).max().orElse(1));
  }

  /** One column a count: blank for none, {@code ?} where there is no log. */
  String draw(int[] counts, boolean[] dark) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        out.append(dark[i] ? '?' : ' ');
      } else {
        double height = Math.sqrt((double) counts[i] / largest) * BARS.length();
        int bar = (int) Math.ceil(height - 1e-9) - 1;
        out.append(BARS.charAt(Math.max(0, Math.min(BARS.length() - 1, bar))));
      }
    }
    return out.toString();
  }
}
