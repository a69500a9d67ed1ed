package io.tokentrail.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.correlate.Correlations;
import io.tokentrail.model.Correlation;
import io.tokentrail.model.Correlation.Verdict;
import io.tokentrail.pipeline.SimulatedWeek.Kind;
import io.tokentrail.pipeline.SimulatedWeek.Load;
import io.tokentrail.pipeline.SimulatedWeek.Restarts;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the test for rotation is wrong, counted on made-up weeks. The build runs a few of each
 * kind; {@code mvn -Psimulate test} runs a thousand and holds them to the bounds themselves.
 */
@Tag("simulation")
class SimulatedWeeksTest {

  private static final int RUNS = Integer.getInteger("tokentrail.simulations", 40);

  /** What few runs may miss a bound by: three standard errors of a share of one half. */
  private static final double SLACK = RUNS >= 1000 ? 0 : 1.5 / Math.sqrt(RUNS);

  private static final double MOST_FALSE_ALARMS = 0.07;

  private static Kind quiet(int pods) {
    return new Kind(1, pods, 6, 0, false, Restarts.NEVER, Load.EVEN, false);
  }

  private static boolean correlated(List<Correlation> rows) {
    return rows.stream().anyMatch(r -> r.verdict() == Verdict.CORRELATED);
  }

  private static double share(String name, Kind kind, Predicate<List<Correlation>> what) {
    long hits = LongStream.range(0, RUNS).parallel().filter(s -> what.test(rows(kind, s))).count();
    double share = (double) hits / RUNS;
    if (RUNS >= 1000) {
      System.out.printf(Locale.ROOT, "%-62s %.3f of %d weeks%n", name, share, RUNS);
    }
    return share;
  }

  private static List<Correlation> rows(Kind kind, long seed) {
    SimulatedWeek week = new SimulatedWeek(kind, 7_000_003 * (seed + 1));
    return Correlations.of(week.failures(), week.bursts(), week.lifetimes(), week.facts());
  }

  private static void fewFalseAlarms(String name, Kind kind) {
    double share = share("false alarms, " + name, kind, SimulatedWeeksTest::correlated);
    assertTrue(share < MOST_FALSE_ALARMS + SLACK, name + ": " + share);
  }

  private static void power(double least, String name, Kind kind) {
    double share = share("found, " + name, kind, SimulatedWeeksTest::correlated);
    assertTrue(share >= least - SLACK, name + ": " + share);
  }

  @Test
  void burstsOfOnePodWithoutALinkRaiseFewAlarms() {
    fewFalseAlarms("one pod", quiet(1));
  }

  @Test
  void burstsOfTenPodsWithoutALinkRaiseFewAlarms() {
    fewFalseAlarms("ten pods", quiet(10));
  }

  @Test
  void incidentsThatStrikeAllPodsAtOnceRaiseFewAlarms() {
    fewFalseAlarms(
        "shared incidents", new Kind(1, 10, 12, 0, true, Restarts.NEVER, Load.EVEN, false));
  }

  @Test
  void sharedIncidentsAmongPodsThatWereRestartedTogetherRaiseFewAlarms() {
    fewFalseAlarms(
        "shared incidents, restarted together",
        new Kind(1, 10, 12, 0, true, Restarts.TOGETHER, Load.EVEN, false));
  }

  @Test
  void podsThatAreRestartedAfterEachIncidentRaiseFewAlarms() {
    fewFalseAlarms(
        "shared incidents, each followed by a restart",
        new Kind(1, 10, 12, 0, true, Restarts.AFTER_INCIDENTS, Load.EVEN, false));
  }

  @Test
  void podsThatComeAndGoRaiseFewAlarms() {
    fewFalseAlarms(
        "three pods, restarted each by itself, gaps in the log",
        new Kind(1, 3, 6, 0, false, Restarts.EACH, Load.EVEN, true));
  }

  @Test
  void burstsInWorkingHoursRaiseFewAlarms() {
    fewFalseAlarms(
        "three pods, bursts in working hours",
        new Kind(1, 3, 6, 0, false, Restarts.TOGETHER, Load.WORKING_HOURS, false));
  }

  @Test
  void anyAlarmAmongTwentyAccountsIsRareToo() {
    fewFalseAlarms(
        "any of twenty accounts with two pods",
        new Kind(20, 2, 6, 0, false, Restarts.NEVER, Load.EVEN, false));
  }

  @Test
  void aThirdOfTheBurstsOfTenPodsIsFound() {
    power(
        0.9,
        "30 % linked, ten pods",
        new Kind(1, 10, 6, 0.3, false, Restarts.NEVER, Load.EVEN, false));
  }

  @Test
  void aThirdOfTheBurstsOfTenPodsIsFoundAmongRestarts() {
    power(
        0.9,
        "30 % linked, ten pods, restarted together",
        new Kind(1, 10, 6, 0.3, false, Restarts.TOGETHER, Load.EVEN, false));
  }

  @Test
  void sixBurstsOfOnePodOfWhichMostAreLinkedAreFound() {
    power(
        0.75,
        "60 % linked, one pod with six bursts",
        new Kind(1, 1, 6, 0.6, false, Restarts.NEVER, Load.EVEN, false));
  }
}
