package io.tokentrail.rotate;

import static io.tokentrail.model.Scene.account;
import static io.tokentrail.model.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.Facts;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Lifetime.Status;
import io.tokentrail.model.Place;
import io.tokentrail.model.Scene;
import io.tokentrail.model.TokenFile;
import io.tokentrail.model.TokenSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifetimesTest {

  private static List<Lifetime> of(Scene scene) {
    return Lifetimes.of(scene.facts());
  }

  private static List<Optional<Status>> statuses(List<Lifetime> lifetimes) {
    return lifetimes.stream().map(Lifetime::status).toList();
  }

  @Test
  void aPodsTokensFollowEachOtherAndTheLastOneIsOpen() {
    List<Lifetime> all =
        of(
            new Scene()
                .lasting(7000)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3607)
                .granted(101.4, "worker-a", "shop/cart", "")
                .granted(3010.2, "worker-a", "shop/cart", "")
                .granted(5950.9, "worker-a", "shop/cart", ""));
    assertEquals(
        List.of(Optional.of(Status.ON_TIME), Optional.of(Status.ON_TIME), Optional.of(Status.OPEN)),
        statuses(all));
    assertEquals("cart-1", all.get(0).pod());
    assertEquals(at(101), all.get(0).issuedAt());
    assertEquals(Optional.of(at(101 + 2885.6)), all.get(0).refreshDue());
    assertEquals(Optional.of(at(101 + 3607)), all.get(0).expiresAt());
    assertEquals(Optional.of(at(3010.2)), all.get(0).refreshedAt());
  }

  @Test
  void aRefreshLaterThanATenthOfTheLifetimeIsLate() {
    List<Lifetime> all =
        of(
            new Scene()
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3607)
                .granted(101, "worker-a", "shop/cart", "")
                .granted(101 + 2886 + 365, "worker-a", "shop/cart", ""));
    assertEquals(Optional.of(Status.LATE), all.get(0).status());
  }

  @Test
  void aShortTokenIsNotLateWithinTwoMinutesOfBeingDue() {
    List<Lifetime> all =
        of(
            new Scene()
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 600)
                .granted(101, "worker-a", "shop/cart", "")
                .granted(101 + 480 + 100, "worker-a", "shop/cart", ""));
    assertEquals(Optional.of(Status.ON_TIME), all.get(0).status());
  }

  @Test
  void aTokenThatIsNotRefreshedWhileItsPodRunsIsMissed() {
    List<Lifetime> all =
        of(
            new Scene()
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3607)
                .granted(101, "worker-a", "shop/cart", ""));
    assertEquals(List.of(Optional.of(Status.MISSED)), statuses(all));
  }

  @Test
  void aPodThatIsDeletedBeforeItsTokenExpiresEndsIt() {
    List<Lifetime> all =
        of(
            new Scene()
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3607)
                .snapshotAt(600)
                .granted(101, "worker-a", "shop/cart", "")
                .deleted(900, "pods", "shop", "cart-1"));
    assertEquals(List.of(Optional.of(Status.ENDED)), statuses(all));
  }

  @Test
  void aKubeletRestartAsksForEverythingAgainAndNothingIsLate() {
    List<Lifetime> all =
        of(
            new Scene()
                .lasting(1800)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3607)
                .pod("shop/cart", "cart-2", "worker-a", "10.244.1.6", 400, 3607)
                .pod("geo/tiles", "tiles-1", "worker-a", "10.244.1.7", 200, 3607)
                .granted(101, "worker-a", "shop/cart", "")
                .granted(201, "worker-a", "geo/tiles", "")
                .granted(1500.03, "worker-a", "geo/tiles", "")
                .granted(401, "worker-a", "shop/cart", "")
                .granted(1500.01, "worker-a", "shop/cart", "")
                .granted(1500.02, "worker-a", "shop/cart", ""));
    assertEquals(
        3, all.stream().filter(l -> l.status().equals(Optional.of(Status.ON_TIME))).count());
    assertEquals(3, all.stream().filter(l -> l.status().equals(Optional.of(Status.OPEN))).count());
    assertTrue(
        all.stream()
            .filter(l -> l.refreshedAt().isPresent())
            .allMatch(l -> l.delay().equals(Optional.of(Duration.ZERO))));
  }

  @Test
  void twoPodsFromBeforeTheLogAreNotToldApartButTheirTokensAre() {
    List<Lifetime> all =
        of(
            new Scene()
                .lasting(5000)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", -90000, 3607)
                .pod("shop/cart", "cart-2", "worker-a", "10.244.1.6", -90000, 3607)
                .granted(500, "worker-a", "shop/cart", "")
                .granted(2000, "worker-a", "shop/cart", "")
                .granted(500 + 2930, "worker-a", "shop/cart", "")
                .granted(2000 + 2910, "worker-a", "shop/cart", ""));
    assertEquals(4, all.size());
    assertTrue(all.stream().allMatch(l -> l.pod().isEmpty()));
    assertEquals(
        2, all.stream().filter(l -> l.status().equals(Optional.of(Status.ON_TIME))).count());
  }

  @Test
  void aTokensUseTellsItsPod() {
    List<Lifetime> all =
        of(
            new Scene()
                .lasting(3000)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", -90000, 3607)
                .pod("shop/cart", "cart-2", "worker-a", "10.244.1.6", -90000, 3607)
                .granted(500, "worker-a", "shop/cart", "id-of-2")
                .served("shop/cart", "10.244.1.6", "okhttp/4", "cart-2", "id-of-2", 510, 2900));
    assertEquals(List.of("cart-2"), all.stream().map(Lifetime::pod).toList());
  }

  @Test
  void anUnknownLifetimeLeavesDueExpiryAndStatusEmpty() {
    List<Lifetime> all =
        of(new Scene().withoutSnapshot().granted(101, "worker-a", "shop/cart", ""));
    assertEquals(Optional.empty(), all.get(0).ttl());
    assertEquals(Optional.empty(), all.get(0).expiresAt());
    assertEquals(Optional.empty(), all.get(0).status());
  }

  @Test
  void theControllerManagersTokensLiveAnHourAndMayLapse() {
    List<Lifetime> all =
        of(
            new Scene()
                .grantedBy(60, "system:kube-controller-manager", "kube-system/job-controller"));
    assertEquals(Optional.of(Duration.ofHours(1)), all.get(0).ttl());
    assertEquals(Optional.of(Status.ENDED), all.get(0).status());
    assertEquals("", all.get(0).pod());
  }

  @Test
  void aTokenInTheInputThatTheLogGrantedIsOneLifetime() {
    List<Lifetime> all =
        of(
            new Scene()
                .lasting(1800)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3607)
                .grantedTo(101.2, "worker-a", "shop/cart", "cart-1", 3607)
                .token("shop/cart", "cart-1", 101, 3607));
    assertEquals(1, all.size());
  }

  @Test
  void aTokenFromBeforeTheLogIsRefreshedByTheFirstRequest() {
    List<Lifetime> all =
        of(
            new Scene()
                .lasting(1800)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", -5000, 3607)
                .token("shop/cart", "cart-1", -2000, 3607)
                .grantedTo(910, "worker-a", "shop/cart", "cart-1", 3607));
    assertEquals(List.of(Optional.of(Status.ON_TIME), Optional.of(Status.OPEN)), statuses(all));
    assertEquals(account("shop/cart"), all.get(0).account());
  }

  @Test
  void withoutRequestsInTheLogAYoungPodsTokenIsPredicted() {
    List<Lifetime> all =
        of(
            new Scene()
                .lasting(3600)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 2000, 3607)
                .pod("geo/tiles", "tiles-1", "worker-a", "10.244.1.6", -90000, 3607));
    assertEquals(1, all.size());
    assertEquals(Lifetime.Source.PREDICTED, all.get(0).source());
    assertEquals(at(2000), all.get(0).issuedAt());
    assertEquals(Optional.of(Status.OPEN), all.get(0).status());
  }

  @Test
  void aRefreshInTheSecondBeforeItsPodIsDeletedStillCounts() {
    List<Lifetime> all =
        of(
            new Scene()
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3607)
                .snapshotAt(600)
                .granted(101, "worker-a", "shop/cart", "")
                .granted(3000, "worker-a", "shop/cart", "")
                .deleted(3002, "pods", "shop", "cart-1"));
    assertEquals(List.of(Optional.of(Status.ON_TIME), Optional.of(Status.ENDED)), statuses(all));
  }

  @Test
  void aRequestOutOfStepIsAnotherPodsNotAnEarlyRefresh() {
    List<Lifetime> all =
        of(
            new Scene()
                .lasting(1800)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3607)
                .granted(101, "worker-a", "shop/cart", "")
                .granted(1500, "worker-a", "shop/cart", ""));
    assertEquals(
        Optional.of(Status.OPEN),
        all.stream().filter(l -> l.pod().equals("cart-1")).findFirst().orElseThrow().status());
    assertEquals(2, all.size());
  }

  /** Three pods of a node, each refreshed once where the log does not show it. */
  private static Scene withAnUnreadServer(String secondToken) {
    Scene scene = new Scene().lasting(9000);
    for (int i = 1; i <= 3; i++) {
      String pod = "cart-" + i;
      String ip = "10.244.1.1" + i;
      scene
          .pod("shop/cart-" + i, pod, "worker-a", ip, 100, 3607)
          .granted(100 + i, "worker-a", "shop/cart-" + i, "jti-" + i)
          .served("shop/cart-" + i, ip, "app/1", pod, "jti-" + i, 120, 3000)
          .served("shop/cart-" + i, ip, "app/1", pod, secondToken + i, 3020, 8900);
    }
    return scene;
  }

  @Test
  void aPodThatIsServedWithATokenOfUnseenGrantDidNotMissItsRefresh() {
    assertTrue(of(withAnUnreadServer("unseen-")).stream().allMatch(l -> l.status().isEmpty()));
  }

  @Test
  void whereOthersWereRefreshedUnseenASilentLogProvesNoMissedRefreshOfAnIdlePod() {
    List<Lifetime> all =
        of(
            withAnUnreadServer("unseen-")
                .pod("geo/tiles", "tiles-1", "worker-b", "10.244.2.7", 100, 3607)
                .granted(105, "worker-b", "geo/tiles", "jti-tiles"));
    assertEquals(Optional.empty(), all.get(0).status());
    assertEquals(account("geo/tiles"), all.get(0).account());
  }

  @Test
  void whereOthersWereRefreshedUnseenARefusalAfterItsExpiryStillProvesAMissedRefresh() {
    List<Lifetime> all =
        of(
            withAnUnreadServer("unseen-")
                .extending(false)
                .pod("geo/tiles", "tiles-1", "worker-b", "10.244.2.7", 100, 3607)
                .granted(105, "worker-b", "geo/tiles", "jti-tiles")
                .refused(4000, "10.244.2.7", "app/1", "geo", "pods"));
    assertEquals(Optional.of(Status.MISSED), all.get(0).status());
  }

  @Test
  void aPodThatGoesOnWithItsOldTokenMissedItsRefresh() {
    List<Lifetime> all =
        of(
            new Scene()
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3607)
                .granted(101, "worker-a", "shop/cart", "jti-1")
                .served("shop/cart", "10.244.1.5", "app/1", "cart-1", "jti-1", 120, 9000));
    assertEquals(List.of(Optional.of(Status.MISSED)), statuses(all));
  }

  private static List<Lifetime> with(Scene scene, TokenFile... files) {
    Facts facts = scene.facts();
    return Lifetimes.of(
        new Facts(
            facts.inputs(),
            facts.rejected(),
            facts.audit(),
            facts.snapshots(),
            facts.logFiles(),
            facts.log(),
            facts.tokens(),
            facts.keys(),
            List.of(files),
            facts.series()));
  }

  private static TokenFile file(String pod, double written) {
    return new TokenFile(
        "shop",
        pod,
        "main",
        "/var/run/secrets/kubernetes.io/serviceaccount/token",
        0644,
        at(written),
        at(3600),
        new Place("token-files.txt", 1));
  }

  @Test
  void withoutRequestsInTheLogATokenBeginsWhenItsFileWasWritten() {
    List<Lifetime> all =
        with(
            new Scene()
                .lasting(3600)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", -90000, 3607),
            file("cart-1", 1234));
    assertEquals(List.of(at(1234)), all.stream().map(Lifetime::issuedAt).toList());
    assertEquals(Lifetime.Source.PREDICTED, all.get(0).source());
  }

  @Test
  void aFileThatWasWrittenWhenATokenWasGrantedTellsItsPod() {
    List<Lifetime> all =
        with(
            new Scene()
                .lasting(1800)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", -90000, 3607)
                .pod("shop/cart", "cart-2", "worker-a", "10.244.1.6", -90000, 3607)
                .granted(500, "worker-a", "shop/cart", ""),
            file("cart-2", 500.4));
    assertEquals(List.of("cart-2"), all.stream().map(Lifetime::pod).toList());
  }

  @Test
  void aFileThatATokenInUseWasWrittenToTellsNothingOfAnotherToken() {
    List<Lifetime> all =
        with(
            new Scene()
                .lasting(1800)
                .pod("shop/cart", "cart-2", "worker-a", "10.244.1.6", -90000, 3607)
                .granted(500, "worker-a", "shop/cart", "of-cart-2")
                .granted(500.2, "worker-a", "shop/cart", "of-a-pod-between-snapshots")
                .served("shop/cart", "10.244.1.6", "okhttp/4", "cart-2", "of-cart-2", 510, 1700),
            file("cart-2", 500.4));
    assertEquals(
        List.of("cart-2", ""),
        all.stream().map(Lifetime::pod).sorted((a, b) -> b.compareTo(a)).toList());
  }

  @Test
  void twoTokensOfOnePodHaveChainsOfTheirOwn() {
    Scene scene =
        new Scene()
            .lasting(3550)
            .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 600, 3600)
            .granted(102, "worker-a", "shop/cart", "")
            .granted(101, "worker-a", "shop/cart", "")
            .granted(101 + 2930, "worker-a", "shop/cart", "");
    for (int i = 1; i < 7; i++) {
      scene.granted(102 + i * 520, "worker-a", "shop/cart", "");
    }
    List<Lifetime> all = of(scene);
    assertEquals(9, all.size());
    assertEquals(
        7, all.stream().filter(l -> l.status().equals(Optional.of(Status.ON_TIME))).count());
    assertEquals(2, all.stream().filter(l -> l.status().equals(Optional.of(Status.OPEN))).count());
    assertEquals(
        2, all.stream().filter(l -> l.ttl().equals(Optional.of(Duration.ofHours(1)))).count());
  }

  @Test
  void ofTwoTokensOfOneMomentTheOneThatTheServerAcceptedHasItsAudience() {
    List<Lifetime> all =
        with(
            new Scene()
                .lasting(500)
                .pod(
                    "shop/cart",
                    "cart-1",
                    "worker-a",
                    "10.244.1.5",
                    100,
                    List.of(
                        new TokenSource("api", "", 600, "token", true, false),
                        new TokenSource("vault", "vault", 900, "token", true, false)))
                .granted(101.02, "worker-a", "shop/cart", "for-vault")
                .granted(101.03, "worker-a", "shop/cart", "for-the-api")
                .served("shop/cart", "10.244.1.5", "okhttp/4", "cart-1", "for-the-api", 110, 400),
            file("cart-1", 101.4));
    assertEquals(
        List.of("for-the-api  PT10M", "for-vault vault PT15M"),
        all.stream()
            .map(l -> l.credentialId() + " " + l.audience() + " " + l.ttl().orElseThrow())
            .sorted()
            .toList());
  }

  @Test
  void aTokenThatTheServerAcceptedMayBeForAnotherOfItsAudiences() {
    List<Lifetime> all =
        with(
            new Scene()
                .lasting(500)
                .pod(
                    "web/front",
                    "front-1",
                    "worker-a",
                    "10.244.1.5",
                    100,
                    List.of(
                        new TokenSource("api", "https://api.example", 600, "token", true, false)))
                .granted(101.02, "worker-a", "web/front", "for-the-api")
                .served("web/front", "10.244.1.5", "okhttp/4", "front-1", "for-the-api", 110, 400),
            file("front-1", 101.4));
    assertEquals(
        List.of("for-the-api https://api.example PT10M"),
        all.stream()
            .map(l -> l.credentialId() + " " + l.audience() + " " + l.ttl().orElseThrow())
            .toList());
  }

  @Test
  void whatOthersAskForIsNoPodsToken() {
    List<Lifetime> all =
        of(
            new Scene()
                .lasting(1800)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3607)
                .granted(101, "worker-a", "shop/cart", "")
                .grantedBy(700, "system:serviceaccount:vault:vault", "shop/cart")
                .grantedBy(900, "ann@example.net", "shop/cart"));
    assertEquals(3, all.size());
    assertEquals(
        Optional.of(Status.OPEN),
        all.stream().filter(l -> l.pod().equals("cart-1")).findFirst().orElseThrow().status());
    assertEquals(2, all.stream().filter(l -> l.pod().isEmpty() && l.ttl().isEmpty()).count());
  }
}
