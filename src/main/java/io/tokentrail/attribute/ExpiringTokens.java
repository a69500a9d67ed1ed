package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is due to fail at this second: an expired token needs one that was to expire before, and the
 * 401s of a token that was not refreshed begin when its leeway ends.
 *
 * <p>Needs the reason and the lifetimes of the candidates' tokens on this node. Raises those whose
 * token was dead, was not refreshed, or died just before the 401s began; lowers those none of whose
 * tokens could have. Silent for other reasons, and where uses told apart by credential say more
 * ({@link TokenAtThatTime}).
 */
final class ExpiringTokens implements Rung {

  private static final double NOT_REFRESHED = 3;

  /** What followed is not in the log: it began later, or an API server's is missing. */
  private static final double UNSEEN = 2;

  private static final double ONSET = 1.5;
  private static final double NEVER_DIES = -3;

  private static final Duration DEATH_SHOWS = Duration.ofMinutes(4);

  /** A client may read the next token's file this long after it was written (client-go: 50 s). */
  private static final Duration REREAD = Duration.ofMinutes(2);

  private final Traces traces;
  private final Map<Account, List<Lifetime>> lifetimes = new HashMap<>();
  private final Map<String, List<Lifetime>> onNode = new ConcurrentHashMap<>();

  /** Whether tokens were granted that the log does not show (model/UnseenGrants). */
  private final boolean partial;

  ExpiringTokens(Traces traces, List<Lifetime> all) {
    this.traces = traces;
    for (Lifetime lifetime : all) {
      lifetimes.computeIfAbsent(lifetime.account(), a -> new ArrayList<>()).add(lifetime);
    }
    partial = all.stream().anyMatch(Lifetime::outcomeUnseen);
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    if (question.stated().reason() != Reason.EXPIRED) {
      return;
    }
    Set<Account> told = traces.podsOf(question.failure().client()).keySet();
    for (Account account : candidates.accounts()) {
      double weight = told.contains(account) ? 0 : byLifetimes(question, account);
      if (weight != 0) {
        candidates.weigh(
            account,
            weight,
            () ->
                Evidence.at(
                    question.failure().place(),
                    weight > 0
                        ? account + " had a token that was due to die then"
                        : account + " had no token that could have died by then"));
      }
    }
  }

  private List<Lifetime> on(String node, Account account) {
    return lifetimes.getOrDefault(account, List.of()).stream()
        .filter(l -> l.expiresAt().isPresent())
        .filter(l -> node.isEmpty() || l.node().isEmpty() || l.node().equals(node))
        .toList();
  }

  private double byLifetimes(Question question, Account account) {
    String node = traces.nodeNear(question.ip());
    List<Lifetime> own = onNode.computeIfAbsent(account + "\n" + node, k -> on(node, account));
    if (own.isEmpty()) {
      return 0;
    }
    Instant at = question.at();
    List<Lifetime> dead =
        own.stream()
            .filter(
                l -> !TokenAtThatTime.end(l).orElse(at).plus(TokenAtThatTime.LEEWAY).isAfter(at))
            .toList();
    if (dead.isEmpty()) {
      return beforeTheLog(own, at).orElse(NEVER_DIES);
    }
    boolean unrefreshed =
        dead.stream()
            .anyMatch(
                l ->
                    l.status().filter(s -> s == Lifetime.Status.MISSED).isPresent()
                        && !l.refreshedAt()
                            .map(r -> r.plus(REREAD))
                            .orElse(Instant.MAX)
                            .isBefore(at));
    boolean onset =
        dead.stream()
            .map(l -> TokenAtThatTime.end(l).orElseThrow().plus(TokenAtThatTime.LEEWAY))
            .anyMatch(
                e ->
                    !e.isAfter(question.onset())
                        && !e.plus(DEATH_SHOWS).isBefore(question.onset()));
    boolean unseen = dead.stream().anyMatch(l -> l.outcomeUnseen() && nothingSince(l, own, at));
    return (unrefreshed ? NOT_REFRESHED : unseen ? UNSEEN : 0) + (onset ? ONSET : 0);
  }

  /** Whether the log shows no later token for the same volume by then. */
  private static boolean nothingSince(Lifetime lifetime, List<Lifetime> own, Instant at) {
    return own.stream()
        .filter(l -> l.pod().equals(lifetime.pod()) && l.audience().equals(lifetime.audience()))
        .filter(l -> l.ttl().equals(lifetime.ttl()))
        .noneMatch(
            l ->
                l.issuedAt().isAfter(lifetime.issuedAt())
                    && !l.issuedAt().plus(REREAD).isAfter(at));
  }

  /**
   * A volume whose first request comes only later held a token from before the log: it may have
   * died by now, and has for certain once the log is older than its lifetime.
   */
  private Optional<Double> beforeTheLog(List<Lifetime> own, Instant at) {
    SortedMap<String, Lifetime> first = new TreeMap<>();
    own.stream()
        .filter(l -> !l.extended().orElse(false))
        .forEach(
            l ->
                first.merge(
                    String.join("\n", l.pod(), l.audience(), l.ttl().toString()),
                    l,
                    (a, b) -> a.issuedAt().isAfter(b.issuedAt()) ? b : a));
    return first.values().stream()
        .filter(l -> l.issuedAt().isAfter(at))
        .map(
            l ->
                partial
                        || traces
                            .logStart()
                            .plus(l.ttl().orElseThrow())
                            .plus(TokenAtThatTime.LEEWAY)
                            .isAfter(at)
                    ? UNSEEN
                    : NOT_REFRESHED)
        .max(Comparator.naturalOrder());
  }
}
