package io.tokentrail.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Client;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Place;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Sender;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Target;
import io.tokentrail.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettlementTest {

  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final Account CART = new Account("shop", "cart");
  private static final Account TILES = new Account("geo", "tiles");

  @Test
  void aSurerClaimTakesThe401AndTheOtherIsKeptAsAnAlternative() {
    List<Attributed> all = failures(4);
    List<Finding> findings =
        Settlement.settle(
            all,
            Map.of(
                CauseCode.ROTATION_STALL,
                found(claim(CauseCode.ROTATION_STALL, Subject.ofNode("n1"), 0.9, all)),
                CauseCode.TOKEN_NOT_RELOADED,
                found(claim(CauseCode.TOKEN_NOT_RELOADED, Subject.of(CART), 0.6, all))));

    assertEquals(1, findings.size());
    assertEquals(CauseCode.ROTATION_STALL, findings.get(0).diagnosis().cause());
    assertEquals(CauseCode.TOKEN_NOT_RELOADED, findings.get(0).alternatives().get(0).cause());
  }

  @Test
  void aClaimKeepsWhatNobodySurerWantsAndItsTimesFollow() {
    List<Attributed> all = failures(6);
    List<Finding> findings =
        Settlement.settle(
            all,
            Map.of(
                CauseCode.BOUND_OBJECT_GONE,
                found(claim(CauseCode.BOUND_OBJECT_GONE, Subject.of(CART), 0.9, all.subList(0, 2))),
                CauseCode.UNEXPLAINED,
                found(claim(CauseCode.UNEXPLAINED, Subject.of(CART), 0.01, all))));

    Diagnosis rest =
        findings.stream()
            .map(Finding::diagnosis)
            .filter(d -> d.cause() == CauseCode.UNEXPLAINED)
            .findFirst()
            .orElseThrow();
    assertEquals(all.subList(2, 6), rest.explains());
    assertEquals(all.get(2).failure().receivedAt(), rest.firstSeen());
  }

  @Test
  void aHygieneClaimStandsWithout401s() {
    List<Finding> findings =
        Settlement.settle(
            List.of(),
            Map.of(
                CauseCode.STALE_TOKEN_USE,
                found(claim(CauseCode.STALE_TOKEN_USE, Subject.of(CART), 0.9, List.of()))));

    assertEquals(1, findings.size());
  }

  @Test
  void anIdDependsOnCauseAndSubjectAlone() {
    assertEquals(
        Settlement.id(CauseCode.ROTATION_STALL, Subject.ofNode("n1")),
        Settlement.id(CauseCode.ROTATION_STALL, Subject.ofNode("n1")));
    assertNotEquals(
        Settlement.id(CauseCode.ROTATION_STALL, Subject.ofNode("n1")),
        Settlement.id(CauseCode.CLIENT_CERT_REJECTED, Subject.ofNode("n1")));
    assertTrue(Settlement.id(CauseCode.ROTATION_STALL, Subject.of(TILES)).matches("F-[0-9a-f]{8}"));
  }

  @Test
  void whateverIsClaimedEach401IsExplainedAtMostOnce() {
    List<Attributed> all = failures(12);
    qt().forAll(
            lists().of(integers().between(0, 11)).ofSizeBetween(1, 8),
            lists().of(integers().between(0, 11)).ofSizeBetween(1, 8),
            integers().between(0, 100),
            integers().between(0, 100))
        .checkAssert(
            (a, b, sureA, sureB) -> {
              Map<CauseCode, Verdict> verdicts = new EnumMap<>(CauseCode.class);
              verdicts.put(
                  CauseCode.ROTATION_STALL,
                  found(
                      claim(
                          CauseCode.ROTATION_STALL,
                          Subject.ofNode("n1"),
                          sureA / 100.0,
                          pick(all, a))));
              verdicts.put(
                  CauseCode.UNKNOWN_TOKEN,
                  found(
                      claim(
                          CauseCode.UNKNOWN_TOKEN,
                          Subject.of(TILES),
                          sureB / 100.0,
                          pick(all, b))));
              Set<Attributed> explained = new HashSet<>();
              for (Finding finding : Settlement.settle(all, verdicts)) {
                for (Attributed one : finding.diagnosis().explains()) {
                  assertTrue(explained.add(one), "explained twice");
                }
              }
              Set<Attributed> claimed = new HashSet<>(pick(all, a));
              claimed.addAll(pick(all, b));
              assertEquals(claimed, explained);
            });
  }

  private static List<Attributed> pick(List<Attributed> all, List<Integer> which) {
    return which.stream().sorted().distinct().map(all::get).toList();
  }

  private static Verdict found(Diagnosis... diagnoses) {
    return new Verdict.Found(List.of(diagnoses));
  }

  private static Diagnosis claim(
      CauseCode cause, Subject subject, double confidence, List<Attributed> explains) {
    return new Diagnosis(
        cause,
        subject,
        Severity.HIGH,
        confidence,
        explains.isEmpty() ? START : explains.get(0).failure().receivedAt(),
        explains.isEmpty() ? START : explains.get(explains.size() - 1).failure().receivedAt(),
        explains,
        "It happened.",
        List.of(Evidence.at(new Place("audit.log", 7), "here")),
        List.of());
  }

  private static List<Attributed> failures(int count) {
    List<Attributed> all = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(
            i -> {
              Instant at = START.plusSeconds(30L * i);
              all.add(
                  new Attributed(
                      new Failure(
                          "id-" + i,
                          at,
                          at,
                          List.of(),
                          new Client("10.0.0.8", "cart/1.0"),
                          "list",
                          "/api/v1/pods",
                          new Target("", "pods", "", "shop", "", ""),
                          "",
                          "audit",
                          new Place("audit.log", i + 1)),
                      Sender.NOBODY,
                      Reason.UNKNOWN,
                      "",
                      List.of()));
            });
    return all;
  }
}
