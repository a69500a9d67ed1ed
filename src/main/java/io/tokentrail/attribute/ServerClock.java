package io.tokentrail.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The clock behind one API server's log against the audit log's. It is off by a constant, as a
 * rule; a machine whose clock runs fast or slow, or is set in between, is off by more and more or
 * by one thing and then another. That is taken where the log tells it: where pieces of the log,
 * each by itself, fit their 401s far better than the whole does.
 */
final class ServerClock {

  /** Lines of a piece, at least: fewer agree by chance. */
  private static final int PIECE = 60;

  private static final int MOST_PIECES = 48;

  /** How far from the whole's offset a piece's is looked for, seconds. */
  private static final double REACH = 20;

  private static final int SAMPLE = 200;

  /** Two pieces further apart than this were parted by setting the clock, not by its drift. */
  private static final double STEP = 0.5;

  /** A piece counts when so many of its lines have a 401. */
  private static final double AGREEING = 0.5;

  /** How much better the pieces must fit. */
  private static final double BETTER = 1.3;

  private final double[] at;
  private final double[] offsets;
  private final double tolerance;

  private ServerClock(double[] at, double[] offsets, double tolerance) {
    this.at = at;
    this.offsets = offsets;
    this.tolerance = tolerance;
  }

  /**
   * Finds it.
   *
   * @param stamps line stamps, ascending, seconds
   * @param answers answer times of the 401s, ascending, seconds
   * @param whole the offset that fits all lines best
   */
  static ServerClock of(double[] stamps, double[] answers, ClockOffset whole) {
    ServerClock constant =
        new ServerClock(new double[] {0}, new double[] {whole.seconds()}, whole.tolerance());
    int pieces = Math.min(MOST_PIECES, stamps.length / PIECE);
    if (pieces < 2 || answers.length == 0 || ClockOffset.wholeSeconds(stamps)) {
      return constant;
    }
    List<double[]> found = new ArrayList<>();
    int lines = 0;
    for (int i = 0; i < pieces; i++) {
      int from = (int) ((long) stamps.length * i / pieces);
      int to = (int) ((long) stamps.length * (i + 1) / pieces);
      double[] piece = Arrays.copyOfRange(stamps, from, to);
      ClockOffset offset =
          ClockOffset.between(
              piece, near(answers, piece, whole.seconds()), whole.seconds(), REACH, SAMPLE);
      if (offset.agreeing() >= AGREEING * piece.length) {
        found.add(new double[] {piece[piece.length / 2], offset.seconds()});
        lines += piece.length;
      }
    }
    if (found.size() < 2 || lines < AGREEING * stamps.length) {
      return constant;
    }
    ServerClock moving =
        new ServerClock(
            found.stream().mapToDouble(f -> f[0]).toArray(),
            found.stream().mapToDouble(f -> f[1]).toArray(),
            whole.tolerance());
    moving = moving.finer(stamps, answers, 0.05).finer(stamps, answers, 0.02);
    double reach = ClockOffset.LEAST_TOLERANCE;
    int before = ClockOffset.residuals(constant.corrected(stamps), answers, 0, reach).length;
    double[] rest = ClockOffset.residuals(moving.corrected(stamps), answers, 0, 10 * reach);
    long after = Arrays.stream(rest).filter(r -> Math.abs(r) <= reach).count();
    return after > BETTER * before + PIECE / 2
        ? new ServerClock(moving.at, moving.offsets, ClockOffset.tolerance(rest))
        : constant;
  }

  /** The same by smaller pieces, whose lines lie so near to their 401s already. */
  private ServerClock finer(double[] stamps, double[] answers, double reach) {
    double[] corrected = corrected(stamps);
    List<double[]> knots = new ArrayList<>();
    for (int from = 0; from < stamps.length; from += PIECE / 3) {
      int to = Math.min(stamps.length, from + PIECE / 3);
      double[] rest =
          ClockOffset.residuals(Arrays.copyOfRange(corrected, from, to), answers, 0, reach);
      double middle = stamps[(from + to) / 2];
      boolean later = knots.isEmpty() || middle > knots.get(knots.size() - 1)[0];
      if (rest.length >= AGREEING * (to - from) && later) {
        knots.add(new double[] {middle, offset(middle) + rest[rest.length / 2]});
      }
    }
    return knots.size() < 2
        ? this
        : new ServerClock(
            knots.stream().mapToDouble(k -> k[0]).toArray(),
            knots.stream().mapToDouble(k -> k[1]).toArray(),
            tolerance);
  }

  /** The 401s that a piece's lines may be of. */
  private static double[] near(double[] answers, double[] piece, double offset) {
    int from = at(answers, piece[0] - offset - 2 * REACH);
    int to = at(answers, piece[piece.length - 1] - offset + 2 * REACH);
    return Arrays.copyOfRange(answers, from, to);
  }

  private static int at(double[] sorted, double x) {
    int i = Arrays.binarySearch(sorted, x);
    return i >= 0 ? i : -i - 1;
  }

  /** A line's stamp in the audit log's clock. */
  double corrected(double stamp) {
    return stamp - offset(stamp);
  }

  /** All stamps in the audit log's clock; still ascending, as the lines are. */
  double[] corrected(double[] stamps) {
    double[] out = new double[stamps.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = corrected(stamps[i]);
      out[i] = i > 0 ? Math.max(out[i], out[i - 1]) : out[i];
    }
    return out;
  }

  /** How far a corrected stamp may still lie from its 401, seconds. */
  double tolerance() {
    return tolerance;
  }

  private double offset(double stamp) {
    if (at.length == 1) {
      return offsets[0];
    }
    // beyond the ends it goes on as it went
    int right = Math.max(1, Math.min(at.length - 1, at(at, stamp)));
    double a = offsets[right - 1];
    double b = offsets[right];
    double share = (stamp - at[right - 1]) / (at[right] - at[right - 1]);
    return Math.abs(b - a) > STEP ? (share < 0.5 ? a : b) : a + share * (b - a);
  }
}
