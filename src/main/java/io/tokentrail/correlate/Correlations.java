package io.tokentrail.correlate;

import io.tokentrail.model.Account;
import io.tokentrail.model.AgeProfile;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Correlation;
import io.tokentrail.model.Correlation.Verdict;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.PodLives;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tests for each account whether its 401s follow its rotation. */
public final class Correlations {

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
   * @param facts what was read
   */
  public static List<Correlation> of(
      List<Attributed> failures, List<Burst> bursts, List<Lifetime> lifetimes, Facts facts) {
    Coverage observable = Coverage.observable(facts.audit());
    PodLives lives = PodLives.of(facts);
    SortedMap<Account, List<Attributed>> byAccount = new TreeMap<>();
    for (Attributed one : failures) {
      one.sender()
          .account()
          .ifPresent(a -> byAccount.computeIfAbsent(a, k -> new ArrayList<>()).add(one));
    }
    Map<Account, List<Lifetime>> tokens = new HashMap<>();
    lifetimes.forEach(l -> tokens.computeIfAbsent(l.account(), a -> new ArrayList<>()).add(l));
    Map<Account, List<Burst>> burstsOf = new HashMap<>();
    for (Burst burst : bursts) {
      burst
          .account()
          .ifPresent(a -> burstsOf.computeIfAbsent(a, k -> new ArrayList<>()).add(burst));
    }
    List<Untested> tests = new ArrayList<>();
    byAccount.forEach(
        (account, own) -> {
          List<Burst> ofIt = burstsOf.getOrDefault(account, List.of());
          Exposures exposures =
              new Exposures(
                  account, own, tokens.getOrDefault(account, List.of()), lives, observable);
          tests.add(Untested.of(account, own, Incident.of(ofIt), exposures, observable));
        });
    double[] q =
        FalseDiscoveries.adjust(
            tests.stream().filter(Untested::enough).mapToDouble(Untested::p).toArray());
    List<Correlation> out = new ArrayList<>();
    int next = 0;
    for (Untested test : tests) {
      out.add(test.row(test.enough() ? OptionalDouble.of(q[next++]) : OptionalDouble.empty()));
    }
    return out.stream().sorted().toList();
  }

  private record Untested(
      Account account,
      long failures,
      int windows,
      InWindow count,
      List<Placed> placed,
      Optional<AgeProfile> ages) {

    static Untested of(
        Account account,
        List<Attributed> failures,
        List<Incident> incidents,
        Exposures exposures,
        Coverage observable) {
      List<Placed> placed =
          incidents.stream().map(i -> new Placed(i, exposures.of(i.pod()))).toList();
      return new Untested(
          account,
          failures.size(),
          windows(failures, exposures, observable),
          count(placed),
          placed,
          Ages.profile(placed, exposures));
    }

    private static int windows(
        List<Attributed> failures, Exposures exposures, Coverage observable) {
      List<Lifetime> tokens =
          failures.stream()
              .map(f -> f.sender().pod())
              .distinct()
              .flatMap(pod -> exposures.tokens(pod).stream())
              .distinct()
              .toList();
      List<Interval> windows = Windows.of(tokens);
      return (int) windows.stream().filter(observable::overlaps).count();
    }

    /**
     * Against the duty of all observable time or of half a day around each incident, whichever
     * makes the incidents less of a surprise.
     */
    private static InWindow count(List<Placed> placed) {
      int inside = (int) placed.stream().filter(Placed::inside).count();
      double overall = placed.stream().mapToDouble(p -> p.exposure().duty()).average().orElse(0);
      double around =
          placed.stream().mapToDouble(p -> p.exposure().dutyAround(p.milli())).average().orElse(0);
      return new InWindow(placed.size(), inside, Math.max(overall, around));
    }

    /** Whether so many incidents could tell anything at all. */
    boolean enough() {
      return count.incidents() >= FEWEST_INCIDENTS && windows > 0 && count.leastP() < SIGNIFICANT;
    }

    double p() {
      return count.midP();
    }

    Correlation row(OptionalDouble q) {
      OptionalDouble lift =
          count.expected() > 0
              ? OptionalDouble.of(count.inside() / count.expected())
              : OptionalDouble.empty();
      boolean correlated = q.isPresent() && q.getAsDouble() < SIGNIFICANT && lift.orElse(0) > 1;
      return new Correlation(
          account,
          failures,
          count.incidents(),
          windows,
          count.inside(),
          count.expected(),
          lift,
          enough() ? OptionalDouble.of(p()) : OptionalDouble.empty(),
          q,
          !enough()
              ? Verdict.INSUFFICIENT_DATA
              : correlated ? Verdict.CORRELATED : Verdict.NOT_CORRELATED,
          enough() ? OptionalDouble.of(count.share().getLowerBound()) : OptionalDouble.empty(),
          enough() ? OptionalDouble.of(count.share().getUpperBound()) : OptionalDouble.empty(),
          enough() ? OptionalDouble.of(Shifts.p(placed)) : OptionalDouble.empty(),
          ages);
    }
  }
}
