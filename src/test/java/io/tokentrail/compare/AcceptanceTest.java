package io.tokentrail.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Exemption;
import io.tokentrail.model.Exemptions;
import io.tokentrail.model.Exemptions.Status;
import io.tokentrail.model.Finding;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptanceTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-05-20");
  private static final Finding IN_CI =
      finding("F-1", CauseCode.LEGACY_TOKEN_IN_USE, new ObjectRef("Secret", "ci", "deployer"));
  private static final Finding IN_DATA =
      finding("F-2", CauseCode.LEGACY_TOKEN_IN_USE, new ObjectRef("Secret", "data", "export"));

  @Test
  void anExceptionForANamespaceAcceptsItsFindingsAndNoOthers() {
    Exemptions judged = judged(Map.of(), exemption("", "data", "", "2026-06-30"));

    assertEquals(Status.USED, judged.all().get(0).status());
    assertEquals(List.of("F-2"), judged.all().get(0).findingIds());
    assertTrue(judged.accepting(IN_DATA).isPresent());
    assertFalse(judged.accepting(IN_CI).isPresent());
  }

  @Test
  void anExceptionHoldsOnItsLastDayAndNotAfterIt() {
    assertTrue(
        judged(Map.of(), exemption("F-1", "", "", "2026-05-20")).accepting(IN_CI).isPresent());

    Exemptions over = judged(Map.of(), exemption("F-1", "", "", "2026-05-19"));
    assertFalse(over.accepting(IN_CI).isPresent());
    assertEquals(Status.EXPIRED, over.all().get(0).status());
    assertEquals(List.of("F-1"), over.all().get(0).findingIds(), "what it would have accepted");
  }

  @Test
  void everySelectorMustFit() {
    assertEquals(
        Status.UNUSED,
        judged(Map.of(), exemption("F-1", "data", "", "2026-06-30")).all().get(0).status());
    assertEquals(
        Status.USED,
        judged(Map.of(), exemption("F-1", "ci", "Secret/ci/deployer", "2026-06-30"))
            .all()
            .get(0)
            .status());
  }

  @Test
  void anUnusedExceptionSaysWhenItsCauseWasNotChecked() {
    Exemptions judged =
        judged(
            Map.of(CauseCode.LEGACY_TOKEN_IN_USE, new Verdict.NotChecked("a snapshot of Secrets")),
            exemption("", "geo", "", "2026-06-30"));

    assertTrue(judged.all().get(0).note().contains("a snapshot of Secrets"));
  }

  @Test
  void ofSeveralExceptionsTheOneThatHoldsLongestIsNamed() {
    Exemptions judged =
        judged(
            Map.of(),
            exemption("F-1", "", "", "2026-05-31"),
            exemption("", "ci", "", "2026-08-31"),
            exemption("F-1", "", "", "2026-06-30"));

    assertEquals("2026-08-31", judged.accepting(IN_CI).orElseThrow().expires().toString());
  }

  private static Exemptions judged(Map<CauseCode, Verdict> verdicts, Exemption... given) {
    return Acceptance.of("file", List.of(given), List.of(IN_CI, IN_DATA), verdicts, TODAY);
  }

  private static Exemption exemption(String id, String namespace, String object, String expires) {
    return new Exemption(
        2,
        id,
        Optional.of(CauseCode.LEGACY_TOKEN_IN_USE),
        namespace,
        "",
        "",
        "",
        object,
        "team-ci",
        "moves next month",
        LocalDate.parse(expires));
  }

  private static Finding finding(String id, CauseCode cause, ObjectRef object) {
    Instant at = Instant.parse("2026-05-20T08:00:00Z");
    return new Finding(
        id,
        new Diagnosis(
            cause,
            Subject.of(object),
            Severity.LOW,
            0.9,
            at,
            at,
            List.of(),
            "It is used.",
            List.of(new Evidence("audit.log:7", "a request")),
            List.of()),
        List.of());
  }
}
