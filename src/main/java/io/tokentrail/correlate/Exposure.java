package io.tokentrail.correlate;

import io.tokentrail.model.Interval;
import java.time.Duration;
import java.util.List;

/**
 * When a pod's 401s could have been seen, and which of that time its rotation windows cover.
 *
 * @param time the observable time of the pod: the log's, while the pod existed
 * @param windows what its windows cover of it
 */
record Exposure(Coverage time, Coverage windows) {

  /** What is taken for the same load: half a day before and after. */
  static final Duration HALF_DAY = Duration.ofHours(12);

  static Exposure of(Coverage time, List<Interval> windows) {
    return new Exposure(time, new Coverage(windows).and(time));
  }

  /** Share of the time that windows cover. */
  double duty() {
    return share(windows.millis(), time.millis());
  }

  /**
   * The same within half a day of a moment: windows and load may both have come and gone with a
   * deployment, and then the whole time is no measure of chance.
   */
  double dutyAround(long milli) {
    long from = milli - HALF_DAY.toMillis();
    long to = milli + HALF_DAY.toMillis();
    return share(windows.before(to) - windows.before(from), time.before(to) - time.before(from));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : Math.min(1, (double) part / whole);
  }

  /** The moment that lies this much of its time later, or earlier; its end is tied to its start. */
  long shifted(long milli, long by) {
    return time.at(time.before(milli) + by);
  }
}
