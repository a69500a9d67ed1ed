package io.tokentrail.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountTest {

  @Test
  void aServiceAccountIsReadFromItsUserName() {
    assertEquals(
        Optional.of(new Account("shop", "cart")),
        Account.ofUsername("system:serviceaccount:shop:cart"));
  }

  @Test
  void aNodeIsNoServiceAccount() {
    assertEquals(Optional.empty(), Account.ofUsername("system:node:worker-a"));
  }

  @Test
  void aUserNameWithThreeSegmentsIsNoServiceAccount() {
    assertEquals(Optional.empty(), Account.ofUsername("system:serviceaccount:shop:cart:extra"));
  }

  @Test
  void aUserNameWithAnEmptySegmentIsNoServiceAccount() {
    assertEquals(Optional.empty(), Account.ofUsername("system:serviceaccount:shop:"));
    assertEquals(Optional.empty(), Account.ofUsername("system:serviceaccount::cart"));
  }
}
