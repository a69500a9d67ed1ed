package io.tokentrail.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.tokentrail.model.Changes;
import io.tokentrail.model.Changes.Kind;
import io.tokentrail.model.Edition;
import io.tokentrail.model.Edition.Standing;
import io.tokentrail.model.Edition.Told;
import io.tokentrail.model.Interval;
import io.tokentrail.model.LegacyToken.Safety;
import io.tokentrail.model.LegacyToken.Verdict;
import io.tokentrail.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class ComparisonTest {

  private static final Instant SPRING = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");

  @Test
  void aFindingThatOnlyTheNewerReportHasIsNew() {
    Changes changes =
        Comparison.of(
            at(SPRING, 24).edition(), at(SUMMER, 24).told("F-1", "ROTATION_STALL", 40).edition());

    assertEquals(Kind.NEW, changes.findings().get(0).kind());
    assertTrue(changes.findings().get(0).alarms());
  }

  @Test
  void aFindingWhoseCauseTheNewerInputCannotExamineIsNotGone() {
    Edition spring = at(SPRING, 24).told("F-1", "ROTATION_STALL", 40).edition();

    assertEquals(
        Kind.GONE, Comparison.of(spring, at(SUMMER, 24).edition()).findings().get(0).kind());
    Changes.OfFinding unseen =
        Comparison.of(spring, at(SUMMER, 24).unchecked("ROTATION_STALL", "a kubelet log").edition())
            .findings()
            .get(0);
    assertEquals(Kind.NOT_CHECKED, unseen.kind());
    assertEquals("needs a kubelet log", unseen.note());
  }

  @Test
  void twiceThe401sInTwiceTheTimeAreTheSameProblem() {
    Edition spring = at(SPRING, 24).told("F-1", "NO_CREDENTIALS", 100).edition();

    assertEquals(
        Kind.SAME,
        Comparison.of(spring, at(SUMMER, 48).told("F-1", "NO_CREDENTIALS", 210).edition())
            .findings()
            .get(0)
            .kind());
    assertEquals(
        Kind.WORSE,
        Comparison.of(spring, at(SUMMER, 24).told("F-1", "NO_CREDENTIALS", 210).edition())
            .findings()
            .get(0)
            .kind());
    assertEquals(
        Kind.BETTER,
        Comparison.of(spring, at(SUMMER, 96).told("F-1", "NO_CREDENTIALS", 210).edition())
            .findings()
            .get(0)
            .kind());
  }

  @Test
  void aHandfulOf401sMoreIsNoChange() {
    assertEquals(
        Kind.SAME,
        Comparison.of(
                at(SPRING, 24).told("F-1", "UNKNOWN_TOKEN", 2).edition(),
                at(SUMMER, 24).told("F-1", "UNKNOWN_TOKEN", 9).edition())
            .findings()
            .get(0)
            .kind());
  }

  @Test
  void anAcceptedFindingThatGotWorseDoesNotAlarm() {
    Changes changes =
        Comparison.of(
            at(SPRING, 24).told("F-1", "NO_CREDENTIALS", 100).edition(),
            at(SUMMER, 24)
                .told(new Told("F-1", "NO_CREDENTIALS", Severity.HIGH, "", 100, true, ""))
                .edition());

    assertEquals(Kind.WORSE, changes.findings().get(0).kind());
    assertFalse(changes.findings().get(0).alarms());
    assertEquals("accepted since", changes.findings().get(0).note());
  }

  @Test
  void aTokenThatSomebodyTakesUpAgainIsWorseAndOneThatCanGoIsBetter() {
    Changes changes =
        Comparison.of(
            at(SPRING, 24)
                .token("ci/deployer", Verdict.STALE, Safety.YES)
                .token("data/export", Verdict.REFERENCED, Safety.NO)
                .token("geo/tiles", Verdict.ORPHANED, Safety.UNKNOWN)
                .edition(),
            at(SUMMER, 24)
                .token("ci/deployer", Verdict.IN_USE, Safety.NO)
                .token("data/export", Verdict.STALE, Safety.YES)
                .token("geo/tiles", Verdict.ORPHANED, Safety.YES)
                .edition());

    assertEquals(
        List.of("worse ci/deployer", "better data/export", "better geo/tiles"),
        changes.tokens().stream().map(t -> t.kind().code() + " " + t.latest().key()).toList());
  }

  @Test
  void aTokenIsGoneOnlyWhereSecretsAreListed() {
    Edition spring = at(SPRING, 24).token("ci/deployer", Verdict.IN_USE, Safety.NO).edition();

    assertEquals(Kind.GONE, Comparison.of(spring, at(SUMMER, 24).edition()).tokens().get(0).kind());
    assertEquals(
        Kind.NOT_CHECKED,
        Comparison.of(spring, at(SUMMER, 24).withoutSecrets().edition()).tokens().get(0).kind());
    assertEquals(
        Kind.NOT_CHECKED,
        Comparison.of(
                spring, at(SUMMER, 24).token("ci/deployer", Verdict.UNKNOWN, Safety.NO).edition())
            .tokens()
            .get(0)
            .kind());
  }

  @Test
  void swappedReportsAreSuspected() {
    assertTrue(
        Comparison.of(at(SUMMER, 24).edition(), at(SPRING, 24).edition())
            .notes()
            .get(0)
            .contains("swapped"));
  }

  @Test
  void aReportAgainstItselfIsTheSameAndAReversedComparisonIsTheOpposite() {
    qt().forAll(reports(), reports())
        .checkAssert(
            (a, b) -> {
              Changes self = Comparison.of(a, a);
              assertTrue(self.findings().stream().allMatch(f -> f.kind() == Kind.SAME));
              assertTrue(self.tokens().stream().allMatch(t -> t.kind() == Kind.SAME));
              Changes there = Comparison.of(a, b);
              Changes back = Comparison.of(b, a);
              assertEquals(there.findings(Kind.NEW), back.findings(Kind.GONE));
              assertEquals(there.findings(Kind.WORSE), back.findings(Kind.BETTER));
              assertEquals(there.findings(Kind.SAME), back.findings(Kind.SAME));
            });
  }

  /** Findings F-0 to F-5 in any number, each with some severity and count. */
  private static Gen<Edition> reports() {
    return lists()
        .of(integers().between(0, 6 * 5 * 40 - 1))
        .ofSizeBetween(0, 6)
        .map(
            numbers -> {
              Built built = at(SPRING, 24);
              for (int n : numbers) {
                built.told(
                    new Told(
                        "F-" + n % 6,
                        "NO_CREDENTIALS",
                        List.of(Severity.values()).get(n / 6 % 5),
                        "",
                        n / 30,
                        false,
                        ""));
              }
              return built.edition();
            });
  }

  private static Built at(Instant from, int hours) {
    return new Built(new Interval(from, from.plus(Duration.ofHours(hours))));
  }

  /** A report in the making. */
  private static final class Built {
    private final Interval span;
    private final Map<String, String> unchecked = new TreeMap<>();
    private final List<Told> findings = new ArrayList<>();
    private final List<Standing> tokens = new ArrayList<>();
    private boolean secrets = true;

    Built(Interval span) {
      this.span = span;
    }

    Built told(String id, String cause, long failures) {
      return told(new Told(id, cause, Severity.MEDIUM, "shop/cart", failures, false, ""));
    }

    Built told(Told finding) {
      findings.add(finding);
      return this;
    }

    Built unchecked(String cause, String missing) {
      unchecked.put(cause, missing);
      return this;
    }

    Built token(String key, Verdict verdict, Safety safety) {
      String[] parts = key.split("/", 2);
      tokens.add(new Standing(parts[0], parts[1], "bot", verdict, safety, "as found"));
      return this;
    }

    Built withoutSecrets() {
      secrets = false;
      return this;
    }

    Edition edition() {
      return new Edition(
          "report",
          "",
          Optional.of(span),
          1,
          Duration.ofDays(90),
          new TreeMap<>(unchecked),
          secrets,
          findings,
          tokens);
    }
  }
}
