package io.tokentrail.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tokentrail.model.AccountRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ServiceAccountsTest {

  @Test
  void everyTraceOfAnAccountIsCountedOnce() {
    List<AccountRow> rows =
        ServiceAccounts.of(
            new Cluster()
                .account("shop", "cart")
                .pod("shop", "cart-1", "cart")
                .pod("shop", "cart-2", "cart")
                .secret("shop", "cart-token", "cart", "", "")
                .use("shop", "cart", "cart-token", 30, 7, 0)
                .use("shop", "cart", "", 11, 0, 2)
                .tokenRequest("shop", "cart", 201)
                .tokenRequest("shop", "cart", 403)
                .facts(),
            List.of(),
            List.of());

    AccountRow cart = rows.get(0);
    assertEquals(1, rows.size());
    assertEquals(OptionalLong.of(2), cart.pods());
    assertEquals(34, cart.boundRequests());
    assertEquals(7, cart.legacyRequests());
    assertEquals(2, cart.staleRequests());
    assertEquals(1, cart.tokenRequests());
    assertEquals(OptionalLong.of(600), cart.minTtlSeconds());
    assertEquals(List.of("vault"), cart.audiences());
    assertEquals(List.of("cart-token"), cart.legacySecrets());
    assertEquals(Optional.of(true), cart.inSnapshot());
  }

  @Test
  void anAccountOfTheLogAloneIsListedAsNotInTheSnapshot() {
    List<AccountRow> rows =
        ServiceAccounts.of(
            new Cluster().account("shop", "cart").use("geo", "tiles", "", 4, 0, 0).facts(),
            List.of(),
            List.of());

    assertEquals("geo/tiles", rows.get(0).account().toString());
    assertEquals(Optional.of(false), rows.get(0).inSnapshot());
  }

  @Test
  void withoutASnapshotThatListsAccountsNobodyIsSaidToBeMissing() {
    List<AccountRow> rows =
        ServiceAccounts.of(
            new Cluster()
                .without("serviceaccounts")
                .without("pods")
                .use("geo", "tiles", "", 4, 0, 0)
                .facts(),
            List.of(),
            List.of());

    assertEquals(Optional.empty(), rows.get(0).inSnapshot());
    assertEquals(OptionalLong.empty(), rows.get(0).pods());
  }
}
