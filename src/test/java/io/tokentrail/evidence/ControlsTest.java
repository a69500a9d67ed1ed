package io.tokentrail.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.Account;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Control;
import io.tokentrail.model.Control.Status;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Inventory;
import io.tokentrail.model.Scene;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Utc;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlsTest {

  private static final long DAYS_2 = 2 * 86_400;

  @Test
  void withoutAnyInputNothingIsAssessedAndEachSaysWhatIsMissing() {
    Facts nothing = with(new Scene().withoutSnapshot().facts(), AuditFacts.NONE);
    List<Control> controls = controls(nothing);
    assertEquals(List.of("1.2.30", "5.1.5", "5.1.6"), controls.stream().map(Control::id).toList());
    for (Control control : controls) {
      assertEquals(Status.NOT_ASSESSED, control.status(), control.id());
      assertTrue(control.observation().contains("missing"), control.observation());
    }
  }

  @Test
  void aDefaultAccountThatAsksTheApiIsInUse() {
    Control control =
        control(cart().served("shop/default", "10.0.0.9", "app/1", "", "", 10, 20), "5.1.5");
    assertEquals(Status.FAIL, control.status());
    assertEquals(
        "1 default account in use (shop/default): 50 requests in the log, 0 running pods with a"
            + " mounted token.",
        control.observation());
    assertFalse(control.evidence().isEmpty());
  }

  @Test
  void aPodThatHoldsADefaultAccountsTokenIsEnough() {
    Control control =
        control(cart().pod("ops/default", "job", "worker-a", "10.0.0.8", 0, 3607), "5.1.5");
    assertEquals(Status.FAIL, control.status());
    assertTrue(control.observation().startsWith("1 default account given to pods"));
    assertTrue(control.observation().contains("1 running pod with a mounted token"));
  }

  @Test
  void defaultAccountsThatNobodyUsesPass() {
    Control control = control(cart(), "5.1.5");
    assertEquals(Status.PASS, control.status());
    assertEquals(
        "No default account made a request in the 6 hours covered, and none of the 1 pod in the"
            + " snapshot mounts its token.",
        control.observation());
  }

  @Test
  void silenceOfDefaultAccountsInTheLogAloneDecidesNothing() {
    Scene scene = new Scene().withoutSnapshot();
    scene.served("shop/cart", "10.0.0.7", "app/1", "", "", 10, 20);
    Control control = control(scene, "5.1.5");
    assertEquals(Status.NOT_ASSESSED, control.status());
    assertTrue(control.observation().startsWith("A snapshot of pods is missing"));
  }

  @Test
  void aTokenMountedWhereTheApiIsNeverAskedForADayFails() {
    Control control =
        control(
            cart().lasting(DAYS_2).pod("shop/web", "web-0", "worker-a", "10.0.0.8", 0, 3607),
            "5.1.6");
    assertEquals(Status.FAIL, control.status());
    assertEquals(
        "2 running pods mount an API token; for 1 of them the account (shop/web) made no request in"
            + " the 2 days covered; 1 was watched for a day or longer.",
        control.observation());
  }

  @Test
  void anHourOfSilenceIsForAPersonToJudge() {
    Scene scene = cart().pod("shop/web", "web-0", "worker-a", "10.0.0.8", 0, 3607);
    assertEquals(Status.MANUAL, control(scene, "5.1.6").status());
  }

  @Test
  void aPodThatCameLateIsNotBlamedForALongLog() {
    Scene scene =
        cart().lasting(DAYS_2).pod("shop/web", "web-0", "worker-a", "10.0.0.8", 170_000, 3607);
    assertEquals(Status.MANUAL, control(scene, "5.1.6").status());
  }

  @Test
  void tokensThatAreAllUsedPass() {
    assertEquals(Status.PASS, control(cart(), "5.1.6").status());
  }

  @Test
  void theServersFlagDecidesWhetherTokensAreExtended() {
    assertEquals(Status.FAIL, control(cart().extending(true), "1.2.30").status());
    Control off = control(cart().extending(false), "1.2.30");
    assertEquals(Status.PASS, off.status());
    assertEquals(
        "The API server runs with the flag set to false; no account used a token past its warning"
            + " threshold in the log.",
        off.observation());
  }

  @Test
  void whoWouldBreakWithoutTheExtensionIsNamedWithItsLastUse() {
    Control on = control(cart().extending(true).stale("data/etl", "etl-0", 400, 900), "1.2.30");
    assertEquals(Status.FAIL, on.status());
    assertTrue(
        on.observation()
            .endsWith(
                "1 account would break, having made 4 requests with tokens past their threshold:"
                    + " data/etl (last at "
                    + Utc.second(Scene.at(900))
                    + ")."),
        on.observation());
  }

  @Test
  void withoutTheFlagARecentTokenTells() {
    Control plain = control(cart().token("shop/cart", "cart-0", 60, 3607), "1.2.30");
    assertEquals(Status.PASS, plain.status());
    assertFalse(plain.evidence().isEmpty());
  }

  @Test
  void anOldTokenTellsOnlyHowItWas() {
    Scene scene = cart().lasting(DAYS_2).token("shop/cart", "cart-0", 60, 3607);
    assertEquals(Status.MANUAL, control(scene, "1.2.30").status());
  }

  @Test
  void aFindingAboutStaleTokensBearsOnTheExtension() {
    Finding stale = finding("F-00000001", CauseCode.STALE_TOKEN_USE, "shop/cart");
    Finding other = finding("F-00000002", CauseCode.UNKNOWN_TOKEN, "shop/default");
    List<Control> controls = Controls.of(caseOf(cart().facts()), List.of(stale, other));
    assertEquals(List.of("F-00000001"), controls.get(0).findingIds());
    assertEquals(List.of("F-00000002"), controls.get(1).findingIds());
    assertEquals(List.of(), controls.get(2).findingIds());
  }

  /** A pod that mounts its account's token and uses it. */
  private static Scene cart() {
    return new Scene()
        .pod("shop/cart", "cart-0", "worker-a", "10.0.0.7", 0, 3607)
        .served("shop/cart", "10.0.0.7", "app/1", "cart-0", "", 10, 20);
  }

  private static Finding finding(String id, CauseCode cause, String account) {
    Account of = Scene.account(account);
    return new Finding(
        id,
        new Diagnosis(
            cause,
            Subject.of(of),
            Severity.LOW,
            0.9,
            Scene.at(1),
            Scene.at(2),
            List.of(),
            "It happened.",
            List.of(Evidence.audit("a1", "")),
            List.of()),
        List.of());
  }

  private static Control control(Scene scene, String id) {
    return controls(scene.facts()).stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<Control> controls(Facts facts) {
    return Controls.of(caseOf(facts), List.of());
  }

  private static Case caseOf(Facts facts) {
    return new Case(
        facts,
        List.of(),
        List.of(),
        List.of(),
        new Inventory(List.of(), List.of()),
        Duration.ofDays(90));
  }

  private static Facts with(Facts facts, AuditFacts audit) {
    return new Facts(
        facts.inputs(),
        facts.rejected(),
        audit,
        facts.snapshots(),
        facts.logFiles(),
        facts.log(),
        facts.tokens(),
        facts.keys(),
        facts.tokenFiles(),
        facts.series());
  }
}
