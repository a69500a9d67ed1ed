package io.tokentrail.model;

import java.util.List;

/**
 * What stands: accounts and Secret-based tokens.
 *
 * @param accounts every account seen in a snapshot or in the log
 * @param legacyTokens every Secret-based token of a snapshot, with its verdict
 */
public record Inventory(List<AccountRow> accounts, List<LegacyToken> legacyTokens) {

  public Inventory {
    accounts = List.copyOf(accounts);
    legacyTokens = List.copyOf(legacyTokens);
  }
}
