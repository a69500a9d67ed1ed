package io.tokentrail.attribute;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Stretches of time with weights that fade before and after them. What all of them weigh at a
 * moment is found by two searches, however many there are: what is over fades alike from then on,
 * so that sums of it can be kept.
 */
final class Fading {

  /**
   * One stretch.
   *
   * @param from its start in seconds
   * @param to its end
   * @param weight what it weighs within
   */
  record Stretch(double from, double to, double weight) {}

  private final double seconds;
  private final double[] starts;
  private final double[] ends;

  /** What all that end up to each end weigh then, and all that start from each start on. */
  private final double[] over;

  private final double[] coming;

  /** What all before each start, and each end, weigh without fading. */
  private final double[] begun;

  private final double[] ended;

  /**
   * @param seconds over so many a weight loses two thirds
   */
  Fading(List<Stretch> stretches, double seconds) {
    this.seconds = seconds;
    int n = stretches.size();
    List<Stretch> byEnd =
        stretches.stream().sorted(Comparator.comparingDouble(Stretch::to)).toList();
    List<Stretch> byStart =
        stretches.stream().sorted(Comparator.comparingDouble(Stretch::from)).toList();
    starts = byStart.stream().mapToDouble(Stretch::from).toArray();
    ends = byEnd.stream().mapToDouble(Stretch::to).toArray();
    over = new double[n];
    coming = new double[n];
    begun = new double[n + 1];
    ended = new double[n + 1];
    for (int i = 0; i < n; i++) {
      double before = i == 0 ? 0 : over[i - 1] * faded(ends[i] - ends[i - 1]);
      over[i] = before + byEnd.get(i).weight();
      begun[i + 1] = begun[i] + byStart.get(i).weight();
      ended[i + 1] = ended[i] + byEnd.get(i).weight();
    }
    for (int i = n - 1; i >= 0; i--) {
      double after = i == n - 1 ? 0 : coming[i + 1] * faded(starts[i + 1] - starts[i]);
      coming[i] = after + byStart.get(i).weight();
    }
  }

  /** What is left of a weight that far away. */
  double faded(double distance) {
    return Math.exp(-distance / seconds);
  }

  /** What all weigh at a moment. */
  double weight(double at) {
    int past = ended(at);
    int until = begun(at);
    double weight = until > past ? begun[until] - ended[past] : 0;
    if (past > 0) {
      weight += over[past - 1] * faded(at - ends[past - 1]);
    }
    if (until < starts.length) {
      weight += coming[until] * faded(starts[until] - at);
    }
    return weight;
  }

  /** How far the nearest is; 0 within one. */
  double distance(double at) {
    int past = ended(at);
    int until = begun(at);
    if (until > past) {
      return 0;
    }
    double before = past > 0 ? at - ends[past - 1] : Double.POSITIVE_INFINITY;
    double after = until < starts.length ? starts[until] - at : Double.POSITIVE_INFINITY;
    return Math.min(before, after);
  }

  /** How many ended before. */
  private int ended(double at) {
    int place = Arrays.binarySearch(ends, at);
    if (place < 0) {
      return -place - 1;
    }
    while (place > 0 && ends[place - 1] == at) {
      place--;
    }
    return place;
  }

  /** How many began then or before. */
  private int begun(double at) {
    int place = Arrays.binarySearch(starts, at);
    if (place < 0) {
      return -place - 1;
    }
    while (place < starts.length && starts[place] == at) {
      place++;
    }
    return place;
  }
}
