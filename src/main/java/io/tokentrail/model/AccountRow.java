package io.tokentrail.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One service account and what it did: a row of service_accounts.csv.
 *
 * @param account which
 * @param uid its UID, empty when not in a snapshot
 * @param inSnapshot whether the newest snapshot has it; empty when there is none that lists
 *     accounts
 * @param automount {@code automountServiceAccountToken} where set
 * @param pods pods of the newest snapshot that run as it
 * @param tokenRequests granted TokenRequests
 * @param boundRequests requests with any TokenRequest token
 * @param staleRequests requests with a token past its warning threshold
 * @param legacyRequests requests with a Secret-based token
 * @param failures 401s attributed to it
 * @param firstSeen first trace in the log
 * @param lastSeen last trace in the log
 * @param audiences audiences of its tokens, sorted
 * @param minTtlSeconds shortest requested lifetime
 * @param maxTtlSeconds longest requested lifetime
 * @param legacySecrets names of its token Secrets, sorted
 */
public record AccountRow(
    Account account,
    String uid,
    Optional<Boolean> inSnapshot,
    Optional<Boolean> automount,
    OptionalLong pods,
    long tokenRequests,
    long boundRequests,
    long staleRequests,
    long legacyRequests,
    long failures,
    Optional<Instant> firstSeen,
    Optional<Instant> lastSeen,
    List<String> audiences,
    OptionalLong minTtlSeconds,
    OptionalLong maxTtlSeconds,
    List<String> legacySecrets)
    implements Comparable<AccountRow> {

  private static final Comparator<AccountRow> ORDER = Comparator.comparing(AccountRow::account);

  public AccountRow {
    audiences = audiences.stream().sorted().distinct().toList();
    legacySecrets = legacySecrets.stream().sorted().distinct().toList();
  }

  @Override
  public int compareTo(AccountRow other) {
    return ORDER.compare(this, other);
  }
}
