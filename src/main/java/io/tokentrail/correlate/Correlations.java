package io.tokentrail.correlate;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Correlation;
import io.tokentrail.model.Correlation.Verdict;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Lifetime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Tests for each account whether its 401s follow its rotation. */
public final class Correlations {

  /** Bursts that start within this time of each other are one incident. */
  static final Duration ONE_INCIDENT = Duration.ofMinutes(2);

  /** Fewer incidents than this decide nothing. */
  static final int FEWEST_INCIDENTS = 5;

  private static final double SIGNIFICANT = 0.05;

  private Correlations() {}

  /**
   * One row for every account with an attributed 401.
   *
   * @param failures 401s with their senders
   * @param bursts their bursts
   * @param lifetimes token lifetimes
   * @param audit the audit log
   */
  public static List<Correlation> of(
      List<Attributed> failures, List<Burst> bursts, List<Lifetime> lifetimes, AuditFacts audit) {
    Coverage observable = Coverage.observable(audit);
    SortedMap<Account, List<Attributed>> byAccount = new TreeMap<>();
    for (Attributed one : failures) {
      one.sender()
          .account()
          .ifPresent(a -> byAccount.computeIfAbsent(a, k -> new ArrayList<>()).add(one));
    }
    List<Untested> tests = new ArrayList<>();
    byAccount.forEach(
        (account, own) -> {
          List<Instant> onsets =
              bursts.stream()
                  .filter(b -> b.account().filter(account::equals).isPresent())
                  .map(Burst::start)
                  .sorted()
                  .toList();
          List<Interval> windows =
              Windows.of(account, own, lifetimes).stream().filter(observable::overlaps).toList();
          tests.add(Untested.of(account, own.size(), incidents(onsets), windows, observable));
        });
    double[] q =
        FalseDiscoveries.adjust(
            tests.stream().filter(Untested::enough).mapToDouble(Untested::midP).toArray());
    List<Correlation> out = new ArrayList<>();
    int next = 0;
    for (Untested test : tests) {
      out.add(
          test.enough()
              ? test.row(OptionalDouble.of(test.midP()), OptionalDouble.of(q[next++]))
              : test.row(OptionalDouble.empty(), OptionalDouble.empty()));
    }
    return out.stream().sorted().toList();
  }

  /** Onsets that follow each other closely are one incident, which begins with the first. */
  static List<Instant> incidents(List<Instant> sortedOnsets) {
    List<Instant> out = new ArrayList<>();
    Instant last = null;
    for (Instant onset : sortedOnsets) {
      if (last == null || Duration.between(last, onset).compareTo(ONE_INCIDENT) > 0) {
        out.add(onset);
      }
      last = onset;
    }
    return out;
  }

  private record Untested(
      Account account, long failures, int incidents, int windows, int inWindow, double duty) {

    static Untested of(
        Account account,
        long failures,
        List<Instant> incidents,
        List<Interval> windows,
        Coverage observable) {
      Coverage covered = new Coverage(windows).and(observable);
      double length = observable.length().toMillis();
      double duty = length == 0 ? 0 : covered.length().toMillis() / length;
      int inside = (int) incidents.stream().filter(covered::contains).count();
      return new Untested(account, failures, incidents.size(), windows.size(), inside, duty);
    }

    boolean enough() {
      return incidents >= FEWEST_INCIDENTS && windows > 0;
    }

    double expected() {
      return incidents * duty;
    }

    /** Chance of as many incidents inside windows or more, counting half of "as many". */
    double midP() {
      BinomialDistribution chance = BinomialDistribution.of(incidents, duty);
      return Math.min(1, chance.survivalProbability(inWindow) + chance.probability(inWindow) / 2);
    }

    Correlation row(OptionalDouble p, OptionalDouble q) {
      OptionalDouble lift =
          expected() > 0 ? OptionalDouble.of(inWindow / expected()) : OptionalDouble.empty();
      boolean correlated = q.isPresent() && q.getAsDouble() < SIGNIFICANT && lift.orElse(0) > 1;
      Verdict verdict =
          !enough()
              ? Verdict.INSUFFICIENT_DATA
              : correlated ? Verdict.CORRELATED : Verdict.NOT_CORRELATED;
      return new Correlation(
          account, failures, incidents, windows, inWindow, expected(), lift, p, q, verdict);
    }
  }
}
