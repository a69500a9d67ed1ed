package io.tokentrail.correlate;

import static io.tokentrail.model.Scene.account;
import static io.tokentrail.model.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Correlation;
import io.tokentrail.model.Correlation.Verdict;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Method;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Scene;
import io.tokentrail.model.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrelationsTest {

  /** A 600 s token every 500 s, each refreshed 20 s after it was due. */
  private static List<Lifetime> tokens() {
    List<Lifetime> out = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Instant issued = at(500 * i);
      out.add(
          new Lifetime(
              account("shop/cart"),
              "cart-1",
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
    Scene scene = new Scene();
    for (double onset : onsets) {
      scene.refused(onset, "10.244.1.5", "okhttp/4", "shop", "pods");
    }
    AuditFacts audit = scene.audit();
    Sender sender =
        new Sender(
            Optional.of(account("shop/cart")),
            "cart-1",
            "",
            Method.POD_IP,
            0.9,
            List.of(),
            List.of());
    List<Attributed> failures =
        audit.failures().stream()
            .map(f -> new Attributed(f, sender, Reason.UNKNOWN, "", List.of()))
            .toList();
    List<Burst> bursts =
        failures.stream()
            .map(
                f ->
                    new Burst(
                        "S-" + f.failure().auditId(),
                        Optional.of(account("shop/cart")),
                        "",
                        f.failure().receivedAt(),
                        f.failure().receivedAt(),
                        List.of(f),
                        1,
                        0,
                        1,
                        Optional.empty()))
            .toList();
    List<Correlation> rows = Correlations.of(failures, bursts, lifetimes, audit);
    assertEquals(1, rows.size());
    return rows.get(0);
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
  void onsetsWithinTwoMinutesAreOneIncident() {
    assertEquals(
        List.of(at(0), at(300)), Correlations.incidents(List.of(at(0), at(100), at(179), at(300))));
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
