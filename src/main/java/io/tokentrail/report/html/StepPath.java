package io.tokentrail.report.html;

/** Counts as one stepped outline: a column each, equal neighbours joined. */
final class StepPath {

  private StepPath() {}

  /**
   * The path; empty when every count is zero.
   *
   * @param counts a count a column
   * @param base where zero is, in pixels from the top
   * @param scale pixels of a count
   */
  static String of(int[] counts, double base, Scale scale) {
    StringBuilder path = new StringBuilder();
    int at = 0;
    while (at < counts.length) {
      if (counts[at] == 0) {
        at++;
        continue;
      }
      path.append('M').append(at).append(' ').append(Show.fixed(base));
      while (at < counts.length && counts[at] > 0) {
        int run = at;
        while (run < counts.length && counts[run] == counts[at]) {
          run++;
        }
        path.append('V').append(Show.fixed(base - scale.height(counts[at])));
        path.append('h').append(run - at);
        at = run;
      }
      path.append('V').append(Show.fixed(base)).append('z');
    }
    return path.toString();
  }

  /**
   * Height of a count.
   *
   * @param largest the count that is full height
   * @param full full height in pixels
   * @param root whether heights are square roots, so that small lanes stay visible
   */
  record Scale(int largest, double full, boolean root) {

    double height(int count) {
      double share = (double) count / Math.max(1, largest);
      return Math.max(1, full * (root ? Math.sqrt(share) : share));
    }
  }
}
