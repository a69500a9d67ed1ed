package io.tokentrail.correlate;

import static io.tokentrail.model.Scene.account;
import static io.tokentrail.model.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.tokentrail.model.AgeProfile;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Correlation;
import io.tokentrail.model.Correlation.Verdict;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Method;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Scene;
import io.tokentrail.model.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrelationsTest {

  /** A 600 s token every 500 s, each refreshed 20 s after it was due. */
  private static List<Lifetime> tokens() {
    return tokens("cart-1", 0, 40);
  }

  private static List<Lifetime> tokens(String pod, double from, int many) {
    List<Lifetime> out = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Instant issued = at(from + 500 * i);
      out.add(
          new Lifetime(
              account("shop/cart"),
              pod,
              "worker-a",
              "",
              Optional.of(Duration.ofMinutes(10)),
              Lifetime.Source.OBSERVED,
              issued,
              Optional.of(issued.plusSeconds(480)),
              Optional.of(issued.plusSeconds(600)),
              Optional.of(issued.plusSeconds(500)),
              Optional.of(Lifetime.Status.ON_TIME),
              "",
              Optional.of(false),
              List.of()));
    }
    return out;
  }

  private static Correlation of(List<Lifetime> lifetimes, double... onsets) {
    return of("cart-1", lifetimes, onsets);
  }

  private static Correlation of(String pod, List<Lifetime> lifetimes, double... onsets) {
    Scene scene = new Scene();
    for (double onset : onsets) {
      scene.refused(onset, "10.244.1.5", "okhttp/4", "shop", "pods");
    }
    Facts facts = scene.facts();
    List<Burst> bursts = facts.audit().failures().stream().map(f -> burst(f, pod)).toList();
    List<Attributed> failures = bursts.stream().flatMap(b -> b.failures().stream()).toList();
    List<Correlation> rows = Correlations.of(failures, bursts, lifetimes, facts);
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  private static Burst burst(Failure failure, String pod) {
    Sender sender =
        new Sender(
            Optional.of(account("shop/cart")), pod, "", Method.POD_IP, 0.9, List.of(), List.of());
    return new Burst(
        "S-" + failure.auditId(),
        Optional.of(account("shop/cart")),
        "",
        failure.receivedAt(),
        failure.receivedAt(),
        List.of(new Attributed(failure, sender, Reason.UNKNOWN, "", List.of())),
        1,
        0,
        1,
        Optional.empty());
  }

  @Test
  void incidentsThatAllBeginAtDeathAreCorrelated() {
    Correlation row = of(tokens(), 670, 1670, 2670, 3670, 4670, 5670, 6670, 7670, 8670, 9670);
    assertEquals(Verdict.CORRELATED, row.verdict());
    assertEquals(10, row.inWindow());
    assertTrue(row.lift().getAsDouble() > 1);
    assertTrue(row.qValue().getAsDouble() < 0.05);
  }

  @Test
  void incidentsBetweenWindowsAreNot() {
    Correlation row = of(tokens(), 1350, 2350, 3350, 4350, 5350, 6350);
    assertEquals(Verdict.NOT_CORRELATED, row.verdict());
    assertEquals(0, row.inWindow());
  }

  @Test
  void fourIncidentsDecideNothing() {
    Correlation row = of(tokens(), 670, 1670, 2670, 3670);
    assertEquals(Verdict.INSUFFICIENT_DATA, row.verdict());
    assertTrue(row.pValue().isEmpty());
  }

  @Test
  void withoutWindowsNothingIsDecided() {
    Correlation row = of(List.of(), 670, 1670, 2670, 3670, 4670, 5670);
    assertEquals(Verdict.INSUFFICIENT_DATA, row.verdict());
  }

  @Test
  void onsetsWithinTwoMinutesAreOneIncidentOfThePodThatWasFirst() {
    Scene scene = new Scene();
    for (double onset : new double[] {0, 100, 179, 300}) {
      scene.refused(onset, "10.244.1.5", "okhttp/4", "shop", "pods");
    }
    List<Failure> failures = scene.audit().failures();
    List<Burst> bursts = new ArrayList<>();
    for (int i = 0; i < failures.size(); i++) {
      bursts.add(burst(failures.get(i), "cart-" + i));
    }
    assertEquals(
        List.of(new Incident(at(0), "cart-0"), new Incident(at(300), "cart-3")),
        Incident.of(bursts));
  }

  @Test
  void anotherPodsWindowsAreNoneOfThisOnes() {
    List<Lifetime> both = new ArrayList<>(tokens("cart-2", 250, 40));
    both.addAll(tokens());
    Correlation row = of("cart-1", both, 800, 1300, 1800, 2300, 2800, 3300);
    assertEquals(0, row.inWindow());
    assertEquals(Verdict.NOT_CORRELATED, row.verdict());
  }

  @Test
  void aPodThatExistedForTheLastHourAloneIsMeasuredAgainstThatHour() {
    // windows cover more than half of the pod's hour: that all five lie inside says little
    Correlation row =
        of("cart-9", tokens("cart-9", 18_000, 8), 18_490, 18_990, 19_490, 19_990, 20_490);
    assertEquals(5, row.inWindow());
    assertTrue(row.expectedInWindow() > 2.5, "expected " + row.expectedInWindow());
  }

  @Test
  void incidentsThatCouldNotTellEvenIfAllWereInsideAreTooFew() {
    // of whichever pod: windows of both cover 88 % of the time, and 0.88 to the fifth is 0.53
    List<Lifetime> both = new ArrayList<>(tokens("cart-2", 250, 40));
    both.addAll(tokens());
    Correlation row = of("", both, 490, 990, 1490, 1990, 2490);
    assertEquals(Verdict.INSUFFICIENT_DATA, row.verdict());
    assertTrue(row.pValue().isEmpty());
  }

  @Test
  void incidentsAtDeathStandOutOfTheBandWhereTokensDie() {
    Correlation row = of(tokens(), 670, 1670, 2670, 3670, 4670, 5670, 6670, 7670, 8670, 9670);
    AgeProfile.Bin dead = row.ages().orElseThrow().bins().get(22);
    assertEquals(10, dead.incidents());
    assertTrue(dead.above(), "chance has at most " + dead.high());
    assertEquals(10, row.ages().orElseThrow().incidents());
  }

  @Test
  void theIntervalHoldsTheShareAndShiftsCannotTellStrictPeriodsApart() {
    Correlation row = of(tokens(), 670, 1670, 2670, 3670, 4670, 5670, 6670, 7670, 8670, 9670);
    assertEquals(0.722, row.shareLow().getAsDouble(), 0.001);
    assertEquals(1, row.shareHigh().getAsDouble(), 1e-9);
    // windows that recur strictly: a shift moves all incidents out of them or none
    assertTrue(row.shiftP().getAsDouble() > 0.2);
  }

  @Test
  void theOrderOfThe401sDoesNotMatter() {
    Scene scene = new Scene();
    for (double onset : new double[] {670, 1670, 2670, 3970, 4670, 5950}) {
      scene.refused(onset, "10.244.1.5", "okhttp/4", "shop", "pods");
    }
    List<Burst> bursts =
        new ArrayList<>(scene.audit().failures().stream().map(f -> burst(f, "cart-1")).toList());
    List<Attributed> failures =
        new ArrayList<>(bursts.stream().flatMap(b -> b.failures().stream()).toList());
    List<Lifetime> tokens = new ArrayList<>(tokens());
    List<Correlation> rows = Correlations.of(failures, bursts, tokens, scene.facts());
    qt().withExamples(20)
        .forAll(integers().all())
        .check(
            seed -> {
              Random random = new Random(seed);
              Collections.shuffle(bursts, random);
              Collections.shuffle(failures, random);
              Collections.shuffle(tokens, random);
              return Correlations.of(failures, bursts, tokens, scene.facts()).equals(rows);
            });
  }

  @Test
  void walkingAlongCoveredTimeIsUndoneByMeasuringIt() {
    qt().forAll(
            lists().of(integers().between(0, 500)).ofSizeBetween(1, 12),
            integers().between(0, 10_000_000))
        .check(
            (starts, offset) -> {
              Coverage one = coverage(starts);
              long within = offset % one.millis();
              return one.before(one.at(within)) == within
                  && one.contains(one.at(within))
                  && one.at(within + one.millis()) == one.at(within);
            });
  }

  @Test
  void whatTwoCoveragesShareIsInBoth() {
    qt().forAll(
            lists().of(integers().between(0, 500)).ofSizeBetween(0, 12),
            lists().of(integers().between(0, 500)).ofSizeBetween(0, 12),
            integers().between(0, 600))
        .check(
            (a, b, second) -> {
              Coverage one = coverage(a);
              Coverage two = coverage(b);
              Instant time = at(second);
              return one.and(two).contains(time) == (one.contains(time) && two.contains(time))
                  && one.and(two).length().compareTo(one.length()) <= 0;
            });
  }

  private static Coverage coverage(List<Integer> starts) {
    return new Coverage(starts.stream().map(s -> new Interval(at(s), at(s + 40.0))).toList());
  }
}
