package io.tokentrail.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins the lines of one API server's log to its 401s. A line is stamped between the request's
 * arrival and its answer, by a clock that may be off by a constant; lines and 401s come in the same
 * order; some 401s have no line (no credentials) and some lines are lost.
 */
final class LineJoin {

  /** Most overlapping 401s that are looked at together. */
  private static final int LARGEST_CLUSTER = 300;

  /** Cost of leaving a fitting line without a 401: worse than any fit. */
  private static final double SKIP = 4;

  /** An alignment this much worse than the best is no rival. */
  private static final double MARGIN = 0.5;

  /**
   * A 401 in the audit log's clock, seconds.
   *
   * @param from arrival
   * @param to answer
   */
  record Span(double from, double to) {}

  /**
   * What a 401 got.
   *
   * @param line the line's index, -1 when none fits or it may as well be another 401's
   * @param sole whether no other line fits nearly as well
   * @param rivals indexes of the lines that fit nearly as well, the chosen one included
   */
  record Joined(int line, boolean sole, List<Integer> rivals) {
    static final Joined NONE = new Joined(-1, false, List.of());
  }

  private final double tolerance;

  /**
   * @param tolerance seconds by which a stamp may lie outside its 401
   */
  LineJoin(double tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * Joins them; each line goes to one 401 at most.
   *
   * @param spans 401s by answer time
   * @param stamps line stamps in the audit log's clock, ascending
   * @return for each 401 what it got
   */
  List<Joined> join(List<Span> spans, double[] stamps) {
    Joined[] out = new Joined[spans.size()];
    Arrays.fill(out, Joined.NONE);
    int line = 0;
    int first = 0;
    while (first < spans.size()) {
      // a cluster: 401s whose reach overlaps, so that a line may belong to more than one of them
      int last = first;
      double reach = spans.get(first).to() + tolerance;
      while (last + 1 < spans.size()
          && last - first + 1 < LARGEST_CLUSTER
          && spans.get(last + 1).from() - tolerance <= reach) {
        last++;
        reach = Math.max(reach, spans.get(last).to() + tolerance);
      }
      boolean cut = last + 1 < spans.size() && spans.get(last + 1).from() - tolerance <= reach;
      if (cut) {
        // a crowd without a gap is taken in parts; at a cut each side keeps its own lines
        reach = spans.get(last).to();
      }
      double start = Double.POSITIVE_INFINITY;
      for (int i = first; i <= last; i++) {
        start = Math.min(start, spans.get(i).from() - tolerance);
      }
      while (line < stamps.length && stamps[line] < start) {
        line++;
      }
      int end = line;
      while (end < stamps.length && stamps[end] <= reach) {
        end++;
      }
      if (end - line <= 4 * LARGEST_CLUSTER) {
        align(spans, stamps, first, last + 1, line, end, out);
      }
      line = end;
      first = last + 1;
    }
    return List.of(out);
  }

  /** How badly a line fits a 401, 0 inside it; infinite when it cannot be its. */
  private double cost(Span span, double stamp) {
    double outside = Math.max(span.from() - stamp, stamp - span.to());
    if (outside > tolerance) {
      return Double.POSITIVE_INFINITY;
    }
    // the line is written just before the answer begins: nearness to it decides between two
    double near = Math.abs(stamp - span.to()) / tolerance;
    return Math.min(near, 1) + Math.max(0, outside) / tolerance;
  }

  private void align(
      List<Span> spans, double[] stamps, int f0, int f1, int l0, int l1, Joined[] out) {
    int n = f1 - f0;
    int m = l1 - l0;
    if (m == 0) {
      return;
    }
    double[][] head = new double[n + 1][m + 1];
    double[][] tail = new double[n + 1][m + 1];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        double best = i == 0 && j == 0 ? 0 : Double.POSITIVE_INFINITY;
        if (i > 0) {
          best = Math.min(best, head[i - 1][j]);
        }
        if (j > 0) {
          best = Math.min(best, head[i][j - 1] + SKIP);
        }
        if (i > 0 && j > 0) {
          best =
              Math.min(best, head[i - 1][j - 1] + cost(spans.get(f0 + i - 1), stamps[l0 + j - 1]));
        }
        head[i][j] = best;
      }
    }
    for (int i = n; i >= 0; i--) {
      for (int j = m; j >= 0; j--) {
        double best = i == n && j == m ? 0 : Double.POSITIVE_INFINITY;
        if (i < n) {
          best = Math.min(best, tail[i + 1][j]);
        }
        if (j < m) {
          best = Math.min(best, tail[i][j + 1] + SKIP);
        }
        if (i < n && j < m) {
          best = Math.min(best, tail[i + 1][j + 1] + cost(spans.get(f0 + i), stamps[l0 + j]));
        }
        tail[i][j] = best;
      }
    }
    double best = head[n][m];
    int[] match = trace(head, spans, stamps, f0, l0);
    for (int i = 0; i < n; i++) {
      if (match[i] < 0) {
        continue;
      }
      List<Integer> rivals = new ArrayList<>();
      double without = Double.POSITIVE_INFINITY;
      for (int j = 0; j <= m; j++) {
        without = Math.min(without, head[i][j] + tail[i + 1][j]);
        boolean rival =
            j < m
                && head[i][j] + cost(spans.get(f0 + i), stamps[l0 + j]) + tail[i + 1][j + 1]
                    <= best + MARGIN;
        if (rival) {
          rivals.add(l0 + j);
        }
      }
      if (without > best + MARGIN) {
        out[f0 + i] = new Joined(l0 + match[i], rivals.size() == 1, List.copyOf(rivals));
      }
    }
  }

  /** The best alignment: for each 401 its line, -1 for none. */
  private int[] trace(double[][] head, List<Span> spans, double[] stamps, int f0, int l0) {
    int i = head.length - 1;
    int j = head[0].length - 1;
    int[] match = new int[i];
    Arrays.fill(match, -1);
    while (i > 0 && j > 0) {
      double joined = head[i - 1][j - 1] + cost(spans.get(f0 + i - 1), stamps[l0 + j - 1]);
      if (joined == head[i][j]) {
        i--;
        j--;
        match[i] = j;
      } else if (head[i - 1][j] == head[i][j]) {
        i--;
      } else {
        j--;
      }
    }
    return match;
  }
}
