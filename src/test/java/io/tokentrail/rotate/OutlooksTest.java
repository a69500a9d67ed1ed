package io.tokentrail.rotate;

import static io.tokentrail.model.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.Facts;
import io.tokentrail.model.Outlook;
import io.tokentrail.model.Scene;
import io.tokentrail.model.Utc;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutlooksTest {

  private static List<Outlook> of(Scene scene) {
    Facts facts = scene.facts();
    return Outlooks.of(facts, Lifetimes.of(facts));
  }

  @Test
  void aTokenInGoodTimeIsNoConcern() {
    assertEquals(
        List.of(),
        of(
            new Scene()
                .lasting(1800)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3600)
                .granted(101, "worker-a", "shop/cart", "id-1")));
  }

  @Test
  void aTokenPastItsRefreshDiesAtItsExpiry() {
    List<Outlook> rows =
        of(
            new Scene()
                .lasting(3300)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3600)
                .granted(101, "worker-a", "shop/cart", "id-1"));
    assertEquals(List.of(Optional.of(at(3701))), rows.stream().map(Outlook::dueAt).toList());
    assertEquals(Outlook.Kind.TOKEN_EXPIRY, rows.get(0).kind());
    assertEquals("cart-1", rows.get(0).pod());
  }

  @Test
  void aTokenThatIsUsedOnAfterItsRefreshDiesToo() {
    List<Outlook> rows =
        of(
            new Scene()
                .lasting(3480)
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 100, 3600)
                .granted(101, "worker-a", "shop/cart", "id-1")
                .granted(2990, "worker-a", "shop/cart", "id-2")
                .served("shop/cart", "10.244.1.5", "okhttp/4", "cart-1", "id-1", 110, 3470));
    assertEquals(List.of(Optional.of(at(3701))), rows.stream().map(Outlook::dueAt).toList());
  }

  @Test
  void whoBreaksWithoutTheExtensionIsSaidWithItsLastStaleUse() {
    Outlook row =
        of(
                new Scene()
                    .lasting(9000)
                    .stale("data/etl", "etl-0", 4000, 5000)
                    .stale("data/etl", "etl-0", 4000, 8200))
            .stream()
            .filter(o -> o.kind() == Outlook.Kind.EXTENSION_OFF)
            .findFirst()
            .orElseThrow();
    assertEquals("data/etl", row.account().orElseThrow().toString());
    assertEquals(Optional.empty(), row.dueAt());
    assertTrue(row.basis().endsWith("last at " + Utc.second(at(8200))), row.basis());
  }
}
