package io.tokentrail.inventory;

import io.tokentrail.model.Account;
import io.tokentrail.model.AccountObject;
import io.tokentrail.model.AccountRow;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The inventory of service accounts: every one that a snapshot or the log shows, with counts. */
public final class ServiceAccounts {

  private ServiceAccounts() {}

  /** One row an account, by namespace and name. */
  public static List<AccountRow> of(
      Facts facts, List<Attributed> failures, List<Lifetime> lifetimes) {
    SortedMap<Account, Tally> tallies = new TreeMap<>();
    Optional<Snapshot> accounts = LegacyTokens.newestWith("serviceaccounts", facts);
    Optional<Snapshot> pods = LegacyTokens.newestWith("pods", facts);
    Optional<Snapshot> secrets = LegacyTokens.newestWith("secrets", facts);
    accounts.ifPresent(s -> s.accounts().forEach(a -> at(tallies, a.account()).object = a));
    pods.ifPresent(s -> s.pods().forEach(p -> countPod(tallies, p)));
    secrets.ifPresent(s -> s.tokenSecrets().forEach(t -> countSecret(tallies, t)));
    facts.audit().uses().forEach(u -> countUse(tallies, u));
    facts.audit().tokenRequests().forEach(r -> countRequest(tallies, r));
    failures.forEach(f -> countFailure(tallies, f));
    lifetimes.forEach(l -> countLifetime(tallies, l));
    List<AccountRow> rows = new ArrayList<>();
    for (Map.Entry<Account, Tally> entry : tallies.entrySet()) {
      rows.add(entry.getValue().row(entry.getKey(), accounts.isPresent(), pods.isPresent()));
    }
    return List.copyOf(rows);
  }

  private static Tally at(Map<Account, Tally> tallies, Account account) {
    return tallies.computeIfAbsent(account, a -> new Tally());
  }

  private static void countPod(Map<Account, Tally> tallies, Pod pod) {
    if (!pod.spec().serviceAccount().isEmpty() && !pod.namespace().isEmpty()) {
      at(tallies, pod.account()).pods++;
    }
  }

  private static void countSecret(Map<Account, Tally> tallies, TokenSecret secret) {
    LegacyTokens.accountOf(secret).ifPresent(a -> at(tallies, a).secrets.add(secret.name()));
  }

  private static void countUse(Map<Account, Tally> tallies, Use use) {
    Optional<Account> account = Account.ofUsername(use.username());
    if (account.isEmpty()) {
      return;
    }
    Tally tally = at(tallies, account.get());
    tally.bound += use.requests() - use.legacyRequests();
    tally.legacy += use.legacyRequests();
    tally.stale += use.staleRequests();
    tally.see(use.firstAt());
    tally.see(use.lastAt());
  }

  private static void countRequest(Map<Account, Tally> tallies, TokenRequest request) {
    Tally tally = at(tallies, request.account());
    tally.see(request.receivedAt());
    if (request.granted()) {
      tally.requests++;
      tally.ttl(request.ttlSeconds());
      request.audiences().forEach(tally.audiences::add);
    }
  }

  private static void countFailure(Map<Account, Tally> tallies, Attributed failure) {
    failure
        .sender()
        .account()
        .ifPresent(
            a -> {
              Tally tally = at(tallies, a);
              tally.failures++;
              tally.see(failure.failure().receivedAt());
            });
  }

  private static void countLifetime(Map<Account, Tally> tallies, Lifetime lifetime) {
    Tally tally = at(tallies, lifetime.account());
    lifetime.ttl().ifPresent(t -> tally.ttl(t.toSeconds()));
    tally.audiences.add(lifetime.audience());
  }

  /** What is counted of one account while the facts are walked. */
  private static final class Tally {
    private AccountObject object;
    private long pods;
    private long requests;
    private long bound;
    private long stale;
    private long legacy;
    private long failures;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private long minTtl = Long.MAX_VALUE;
    private long maxTtl;
    private final TreeSet<String> audiences = new TreeSet<>();
    private final TreeSet<String> secrets = new TreeSet<>();

    void see(Instant time) {
      first = time.isBefore(first) ? time : first;
      last = time.isAfter(last) ? time : last;
    }

    void ttl(long seconds) {
      if (seconds > 0) {
        minTtl = Math.min(minTtl, seconds);
        maxTtl = Math.max(maxTtl, seconds);
      }
    }

    AccountRow row(Account account, boolean accountsListed, boolean podsListed) {
      audiences.remove("");
      return new AccountRow(
          account,
          object == null ? "" : object.uid(),
          accountsListed ? Optional.of(object != null) : Optional.empty(),
          object == null ? Optional.empty() : object.automount(),
          podsListed ? OptionalLong.of(pods) : OptionalLong.empty(),
          requests,
          bound,
          stale,
          legacy,
          failures,
          first.equals(Instant.MAX) ? Optional.empty() : Optional.of(first),
          last.equals(Instant.MIN) ? Optional.empty() : Optional.of(last),
          List.copyOf(audiences),
          maxTtl == 0 ? OptionalLong.empty() : OptionalLong.of(minTtl),
          maxTtl == 0 ? OptionalLong.empty() : OptionalLong.of(maxTtl),
          List.copyOf(secrets));
    }
  }
}
