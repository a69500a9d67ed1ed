package io.tokentrail.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AddressesTest {

  private static final String AGENT = "okhttp/4.12.0";
  private static final String BALANCER = "192.0.2.10";

  /** Three pods of two nodes, with addresses of their own. */
  private static Scene threePods() {
    return new Scene()
        .node("worker-a", "192.0.2.31")
        .node("worker-b", "192.0.2.32")
        .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", -900, 3607)
        .pod("shop/till", "till-1", "worker-a", "10.244.1.6", -900, 3607)
        .pod("shop/book", "book-1", "worker-b", "10.244.2.5", -900, 3607);
  }

  @Test
  void anAddressThatPodsOfSeveralNodesComeFromAtOnceIsAWayOut() {
    Scene scene =
        threePods()
            .served("shop/cart", BALANCER, AGENT, "cart-1", "a", 0, 600)
            .served("shop/till", BALANCER, AGENT, "till-1", "b", 10, 600)
            .served("shop/book", BALANCER, AGENT, "book-1", "c", 20, 600);
    assertTrue(Addresses.of(scene.facts()).isWayOut(BALANCER));
  }

  @Test
  void anAddressThatPodsHadOneAfterTheOtherIsNone() {
    Scene scene =
        threePods()
            .served("shop/cart", "10.244.9.9", AGENT, "cart-1", "a", 0, 100)
            .served("shop/till", "10.244.9.9", AGENT, "till-1", "b", 200, 300)
            .served("shop/book", "10.244.9.9", AGENT, "book-1", "c", 400, 600);
    assertFalse(Addresses.of(scene.facts()).isWayOut("10.244.9.9"));
  }

  @Test
  void aPodThatShowsCopiedTokensFromItsOwnAddressIsNone() {
    Scene scene =
        threePods()
            .served("shop/cart", "10.244.1.5", AGENT, "cart-1", "a", 0, 600)
            .served("shop/till", "10.244.1.5", AGENT, "till-1", "b", 10, 600)
            .served("shop/book", "10.244.1.5", AGENT, "book-1", "c", 20, 600);
    assertFalse(Addresses.of(scene.facts()).isWayOut("10.244.1.5"));
  }

  @Test
  void aPodThatIsInNoSnapshotDoesNotOwnTheWayOut() {
    Scene scene =
        threePods()
            .served("shop/cart", BALANCER, AGENT, "cart-1", "a", 0, 600)
            .served("shop/till", BALANCER, AGENT, "till-1", "b", 10, 600)
            .served("shop/book", BALANCER, AGENT, "book-1", "c", 20, 600)
            .served("web/worker", BALANCER, "worker/v1.0.0", "worker-7", "d", 30, 600);
    assertTrue(PodLives.of(scene.facts()).withAddress(BALANCER).isEmpty());
  }
}
