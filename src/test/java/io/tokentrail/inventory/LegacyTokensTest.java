package io.tokentrail.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;

import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.LegacyToken.Origin;
import io.tokentrail.model.LegacyToken.Safety;
import io.tokentrail.model.LegacyToken.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LegacyTokensTest {

  private static final Duration LOOK_BACK = Duration.ofDays(90);

  @Test
  void aSecretThatNobodyUsesOrNamesIsStaleAndSafe() {
    LegacyToken token =
        only(
            new Cluster()
                .account("shop", "cart", "cart-old-token")
                .secret("shop", "cart-old-token", "cart", "2025-06-01", ""));

    assertEquals(Verdict.STALE, token.verdict());
    assertEquals(Safety.YES, token.safety());
    assertEquals(Optional.of(Origin.AUTO), token.origin());
    assertTrue(token.reason().contains("2026-02-19"), token.reason());
  }

  @Test
  void aSecretThatADeploymentAtZeroReplicasNamesIsReferenced() {
    LegacyToken token =
        only(
            new Cluster()
                .account("geo", "tiles")
                .secret("geo", "tiles-parked", "tiles", "", "")
                .deploymentAtZero("geo", "tiles-standby", "tiles", "tiles-parked"));

    assertEquals(Verdict.REFERENCED, token.verdict());
    assertEquals(Safety.NO, token.safety());
    assertEquals(List.of("Deployment/geo/tiles-standby"), token.referencedBy());
  }

  @Test
  void aUseInTheLogMakesItInUse() {
    LegacyToken token =
        only(
            new Cluster()
                .account("ci", "deployer")
                .secret("ci", "deployer-token", "deployer", "2024-01-01", "")
                .legacyUse("ci", "deployer", "deployer-token", 12));

    assertEquals(Verdict.IN_USE, token.verdict());
    assertEquals(Safety.NO, token.safety());
    assertEquals(Cluster.NOW.minusSeconds(600), token.lastUsedObserved().orElseThrow());
  }

  @Test
  void aLabelFromTheLastMonthsMakesItInUseThoughTheLogIsSilent() {
    LegacyToken token =
        only(
            new Cluster()
                .account("data", "export")
                .secret("data", "monthly-export", "export", "2026-05-02", ""));

    assertEquals(Verdict.IN_USE, token.verdict());
    assertEquals(Safety.NO, token.safety());
  }

  @Test
  void anInvalidatedTokenThatIsStillTriedIsNotSafe() {
    LegacyToken token =
        only(
            new Cluster()
                .account("ci", "nightly", "nightly-token")
                .secret("ci", "nightly-token", "nightly", "2025-01-01", "2026-05-19")
                .change(
                    "patch",
                    "ci",
                    "nightly-token",
                    "system:apiserver",
                    Cluster.NOW.minusSeconds(60)));

    assertEquals(Verdict.INVALIDATED, token.verdict());
    assertEquals(Safety.NO, token.safety());
  }

  @Test
  void anUnnamedUseOfOneOfTwoSecretsLeavesBothUnknown() {
    List<LegacyToken> tokens =
        LegacyTokens.of(
            new Cluster()
                .account("ops", "bot")
                .secret("ops", "bot-token-a", "bot", "", "")
                .secret("ops", "bot-token-b", "bot", "", "")
                .legacyUse("ops", "bot", "", 3)
                .facts(),
            LOOK_BACK);

    tokens.forEach(t -> assertEquals(Safety.UNKNOWN, t.safety(), t.reason()));
  }

  @Test
  void withoutTrackingAnHourOfLogRulesNothingOut() {
    LegacyToken token =
        only(
            new Cluster()
                .account("shop", "cart")
                .secret("shop", "cart-old-token", "cart", "", "")
                .withoutTracking());

    assertEquals(Verdict.UNKNOWN, token.verdict());
    assertEquals(Safety.UNKNOWN, token.safety());
    assertTrue(token.reason().contains("tracking ConfigMap"), token.reason());
  }

  @Test
  void aSecretYoungerThanTheLookBackIsNotCalledStale() {
    LegacyToken token =
        only(
            new Cluster()
                .account("shop", "cart")
                .secret("shop", "cart-new-token", "cart", "", "", "2026-05-19T08:00:00Z"));

    assertEquals(Verdict.UNKNOWN, token.verdict());
    assertNotEquals(Safety.YES, token.safety());
  }

  @Test
  void aSecretThatWasDeletedDuringTheLogDoesNotStand() {
    Cluster cluster =
        new Cluster()
            .snapshotAt(Cluster.NOW.minusSeconds(3000))
            .account("ci", "deployer")
            .secret("ci", "deployer-token", "deployer", "", "")
            .change("delete", "ci", "deployer-token", "admin", Cluster.NOW.minusSeconds(900));

    assertEquals(List.of(), LegacyTokens.of(cluster.facts(), LOOK_BACK));
  }

  @Test
  void aSecretWhoseAccountIsGoneIsOrphaned() {
    LegacyToken token =
        only(new Cluster().account("shop", "cart").secret("shop", "catalog", "catalog", "", ""));

    assertEquals(Verdict.ORPHANED, token.verdict());
    assertEquals(Optional.empty(), token.origin());
  }

  @Test
  void takingInputsAwayNeverMakesASecretSafe() {
    List<Consumer<Cluster>> removals =
        List.of(
            c -> c.without("pods"),
            c -> c.without("deployments"),
            c -> c.without("serviceaccounts"),
            c -> c.without("cronjobs").without("daemonsets"),
            Cluster::withoutLog,
            Cluster::withoutTracking,
            c -> c.snapshotAt(Cluster.NOW.minusSeconds(86_400)));
    qt().forAll(
            integers().between(0, removals.size() - 1),
            integers().between(0, 5),
            booleans().all(),
            booleans().all())
        .checkAssert(
            (removal, shape, labelled, tracked) -> {
              Cluster full = shaped(shape, labelled, tracked);
              Cluster less = shaped(shape, labelled, tracked);
              removals.get(removal).accept(less);
              Safety before = only(full).safety();
              List<LegacyToken> after = LegacyTokens.of(less.facts(), LOOK_BACK);
              if (before != Safety.YES) {
                after.forEach(t -> assertNotEquals(Safety.YES, t.safety(), t.reason()));
              }
            });
  }

  /** Where uses are tracked, a use in the log before the snapshot is on the Secret's label too. */
  private static Cluster shaped(int shape, boolean recent, boolean tracked) {
    boolean labelled = recent || (tracked && (shape == 3 || shape == 4));
    Cluster cluster =
        new Cluster()
            .account("shop", "cart")
            .secret("shop", "cart-token", "cart", labelled ? "2026-05-01" : "", "");
    if (!tracked) {
      cluster.withoutTracking();
    }
    return switch (shape) {
      case 0 -> cluster;
      case 1 -> cluster.pod("shop", "cart-1", "cart", "cart-token");
      case 2 -> cluster.deploymentAtZero("shop", "cart-standby", "cart", "cart-token");
      case 3 -> cluster.legacyUse("shop", "cart", labelled ? "cart-token" : "", 4);
      case 4 ->
          cluster.change(
              "patch", "shop", "cart-token", "system:apiserver", Cluster.NOW.minusSeconds(5));
      default -> cluster.pod("shop", "other-1", "other");
    };
  }

  private static LegacyToken only(Cluster cluster) {
    List<LegacyToken> tokens = LegacyTokens.of(cluster.facts(), LOOK_BACK);
    assertEquals(1, tokens.size());
    return tokens.get(0);
  }
}
