package io.tokentrail.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.tokentrail.correlate.Correlations;
import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Correlation;
import io.tokentrail.model.Lifetime;
import io.tokentrail.pipeline.SimulatedWeek.Kind;
import io.tokentrail.pipeline.SimulatedWeek.Load;
import io.tokentrail.pipeline.SimulatedWeek.Restarts;
import io.tokentrail.rotate.Lifetimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What must not change what is said of a week, and what a week's tokens are known to be. */
class SimulatedLawsTest {

  private static final Kind THREE = new Kind(3, 2, 6, 0.4, false, Restarts.EACH, Load.EVEN, true);

  private static List<Correlation> rows(SimulatedWeek week) {
    return Correlations.of(week.failures(), week.bursts(), week.lifetimes(), week.facts());
  }

  @Test
  void theSameWeekLaterIsJudgedTheSame() {
    qt().withExamples(6)
        .forAll(integers().between(1, 1000), integers().between(1, 500_000))
        .check(
            (seed, minutes) -> {
              SimulatedWeek week = new SimulatedWeek(THREE, seed);
              SimulatedWeek later =
                  new SimulatedWeek(
                      THREE, seed, SimulatedWeek.MONDAY.plus(Duration.ofMinutes(minutes)));
              return rows(week).equals(rows(later))
                  && phases(week.bursts()).equals(phases(later.bursts()));
            });
  }

  private static List<String> phases(List<Burst> bursts) {
    return bursts.stream()
        .map(b -> b.account() + " " + b.failures().size() + " " + b.phase() + " " + b.score())
        .sorted()
        .toList();
  }

  @Test
  void anotherAccountChangesNothingButTheCorrectionForMany() {
    qt().withExamples(6)
        .forAll(integers().between(1, 1000))
        .check(
            seed -> {
              SimulatedWeek week = new SimulatedWeek(THREE, seed);
              Account own = new Account("shop", "app-0");
              List<Attributed> failures =
                  week.failures().stream()
                      .filter(f -> f.sender().account().equals(Optional.of(own)))
                      .toList();
              List<Burst> bursts =
                  week.bursts().stream().filter(b -> b.account().equals(Optional.of(own))).toList();
              List<Lifetime> lifetimes =
                  week.lifetimes().stream().filter(l -> l.account().equals(own)).toList();
              Correlation alone = Correlations.of(failures, bursts, lifetimes, week.facts()).get(0);
              Correlation among =
                  rows(week).stream()
                      .filter(r -> r.account().equals(own))
                      .findFirst()
                      .orElseThrow();
              return alone.inWindow() == among.inWindow()
                  && alone.incidents() == among.incidents()
                  && alone.pValue().equals(among.pValue())
                  && alone.shiftP().equals(among.shiftP())
                  && alone.ages().equals(among.ages())
                  && alone.qValue().orElse(1) <= among.qValue().orElse(1) + 1e-12;
            });
  }

  @Test
  void theOrderOfWhatWasReadChangesNoLifetimeBurstOrRow() {
    qt().withExamples(4)
        .forAll(integers().between(1, 1000))
        .check(
            seed -> {
              SimulatedWeek week = new SimulatedWeek(THREE, seed);
              List<Attributed> failures = new ArrayList<>(week.failures());
              List<Lifetime> lifetimes = new ArrayList<>(week.lifetimes());
              Collections.shuffle(failures, new Random(seed));
              Collections.shuffle(lifetimes, new Random(seed + 1));
              List<Burst> bursts =
                  io.tokentrail.detect.Bursts.of(failures, lifetimes, week.facts().audit());
              return bursts.equals(week.bursts())
                  && Correlations.of(failures, bursts, lifetimes, week.facts()).equals(rows(week));
            });
  }

  /** Requests with bodies name their pods: nothing is left to be worked out. */
  @Test
  void everyTokenOfAWeekIsFoundAsItWas() {
    SimulatedWeek week = new SimulatedWeek(THREE, 11);
    Map<String, Lifetime> found = new TreeMap<>();
    Lifetimes.of(week.facts()).forEach(l -> found.put(key(l), l));
    assertEquals(week.lifetimes().size(), found.size());
    for (Lifetime token : week.lifetimes()) {
      Lifetime same = found.get(key(token));
      assertTrue(same != null, () -> "lost: " + token);
      assertEquals(token.status(), same.status(), token::toString);
      assertEquals(token.refreshedAt(), same.refreshedAt(), token::toString);
      assertEquals(token.ttl(), same.ttl(), token::toString);
    }
  }

  private static String key(Lifetime token) {
    return token.pod() + " " + token.issuedAt().getEpochSecond();
  }
}
