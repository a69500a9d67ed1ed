package io.tokentrail.detect;

import static io.tokentrail.model.Scene.account;
import static io.tokentrail.model.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Method;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Scene;
import io.tokentrail.model.Sender;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BurstsTest {

  private static final String CART = "10.244.1.5";

  private static List<Burst> of(
      Scene scene, Optional<Account> sender, Reason reason, List<Lifetime> lifetimes) {
    Facts facts = scene.facts();
    List<Attributed> failures =
        facts.audit().failures().stream().map(f -> attributed(f, sender, reason)).toList();
    return Bursts.of(failures, lifetimes, facts.audit());
  }

  private static Attributed attributed(Failure failure, Optional<Account> sender, Reason reason) {
    Sender by =
        sender
            .map(
                a ->
                    new Sender(
                        Optional.of(a), "cart-1", "", Method.POD_IP, 0.9, List.of(), List.of()))
            .orElse(Sender.NOBODY);
    return new Attributed(failure, by, reason, "", List.of());
  }

  private static Lifetime token(double issued, long ttl) {
    Duration life = Duration.ofSeconds(ttl);
    return new Lifetime(
        account("shop/cart"),
        "cart-1",
        "worker-a",
        "",
        Optional.of(life),
        Lifetime.Source.OBSERVED,
        at(issued),
        Optional.of(at(issued).plus(life.multipliedBy(4).dividedBy(5))),
        Optional.of(at(issued).plus(life)),
        Optional.empty(),
        Optional.of(Lifetime.Status.MISSED),
        "",
        Optional.of(false),
        List.of());
  }

  private static Scene refusals(double... seconds) {
    Scene scene = new Scene();
    for (double second : seconds) {
      scene.refused(second, CART, "okhttp/4", "shop", "pods");
    }
    return scene;
  }

  private static Optional<Burst.Phase> phase(double second, Reason reason) {
    List<Burst> bursts =
        of(refusals(second), Optional.of(account("shop/cart")), reason, List.of(token(1000, 3000)));
    return bursts.get(0).phase();
  }

  @Test
  void fiveMinutesOfQuietEndABurst() {
    List<Burst> bursts =
        of(
            refusals(100, 160, 460, 761),
            Optional.of(account("shop/cart")),
            Reason.UNKNOWN,
            List.of());
    assertEquals(List.of(3, 1), bursts.stream().map(b -> b.failures().size()).toList());
    assertEquals(at(460), bursts.get(0).end());
    assertEquals("", bursts.get(0).sourceIp());
  }

  @Test
  void refusalsOfNobodyAreTheirAddresssBursts() {
    List<Burst> bursts =
        of(
            refusals(100, 110).refused(105, "198.51.100.7", "masscan/1.3", "", "pods"),
            Optional.empty(),
            Reason.UNRECOGNISED,
            List.of());
    assertEquals(List.of(CART, "198.51.100.7"), bursts.stream().map(Burst::sourceIp).toList());
    assertEquals(Optional.empty(), bursts.get(0).phase());
  }

  @Test
  void aCrowdedMinuteStandsOut() {
    double[] crowd = new double[30];
    for (int i = 0; i < crowd.length; i++) {
      crowd[i] = 600 + i;
    }
    Burst burst =
        of(refusals(crowd), Optional.of(account("shop/cart")), Reason.UNKNOWN, List.of()).get(0);
    assertEquals(30, burst.peakPerMinute());
    assertEquals(0, burst.baselinePerMinute());
    assertTrue(burst.score() > 10);
  }

  @Test
  void aBurstThatStartsAsATokenDiesIsInItsExpiry() {
    assertEquals(Optional.of(Burst.Phase.EXPIRY), phase(4065, Reason.EXPIRED));
  }

  @Test
  void aBurstBetweenDueAndExpiryIsInItsRefresh() {
    assertEquals(Optional.of(Burst.Phase.REFRESH), phase(3500, Reason.UNKNOWN));
  }

  @Test
  void aBurstOfAYoungTokenIsFresh() {
    assertEquals(Optional.of(Burst.Phase.FRESH), phase(1100, Reason.AUDIENCE));
  }

  @Test
  void aSecretBasedTokenHasNoRotation() {
    assertEquals(Optional.of(Burst.Phase.NONE), phase(4065, Reason.SECRET_GONE));
  }
}
