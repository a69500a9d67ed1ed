package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Token;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a candidate's token was like at that moment. An account that is served all the while with a
 * living token did not get the 401s; one that falls silent when its token dies, and is served again
 * with the next, did. Where uses are not told apart by credential (before 1.30), the lifetimes
 * themselves decide: an expired token needs one that was due.
 */
final class TokenAtThatTime implements Rung {

  private static final double DEAD_AND_QUIET = 3.5;
  private static final double QUIET = 2;
  private static final double ALIVE = -2.5;
  private static final double NOT_THERE = -1.5;
  private static final double NOT_REFRESHED = 3;
  private static final double ONSET = 1.5;
  private static final double NEVER_DIES = -3;

  /** Expired tokens pass for the leeway of 60 s and the success cache of 10 s (authentication). */
  private static final Duration LEEWAY = Duration.ofSeconds(Token.LEEWAY_SECONDS - 2);

  private static final Duration DEATH_SHOWS = Duration.ofMinutes(4);

  /** A client may read the next token's file this long after it was written (client-go: 50 s). */
  private static final Duration REREAD = Duration.ofMinutes(2);

  private final Traces traces;
  private final Map<Account, List<Lifetime>> lifetimes = new HashMap<>();
  private final Map<String, Lifetime> byCredential = new HashMap<>();
  private final Map<String, List<Lifetime>> onNode = new HashMap<>();

  TokenAtThatTime(Traces traces, List<Lifetime> all) {
    this.traces = traces;
    for (Lifetime lifetime : all) {
      lifetimes.computeIfAbsent(lifetime.account(), a -> new ArrayList<>()).add(lifetime);
      if (!lifetime.credentialId().isEmpty()) {
        byCredential.put(lifetime.credentialId(), lifetime);
      }
    }
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    Reason reason = question.stated().reason();
    if (reason == Reason.UNRECOGNISED || reason == Reason.AUDIENCE || reason == Reason.SIGNATURE) {
      // another token than the one that it is served with
      return;
    }
    for (Account account : candidates.accounts()) {
      Optional<Double> seen = byUses(question, account);
      double weight =
          seen.orElseGet(() -> reason == Reason.EXPIRED ? byLifetimes(question, account) : 0.0);
      if (weight != 0) {
        candidates.weigh(
            account,
            weight,
            Evidence.at(
                question.failure().place(),
                weight > 0
                    ? account + "'s token was dead or it was quiet then"
                    : account + "'s token was good then"));
      }
    }
  }

  /** What the account's uses at this client say, pod by pod; the pod that fits best counts. */
  private Optional<Double> byUses(Question question, Account account) {
    SortedMap<String, List<Use>> byPod = new TreeMap<>();
    for (Use use : traces.usesOf(question.failure().client(), account)) {
      if (!use.credentialId().isEmpty()) {
        byPod.computeIfAbsent(use.podName(), p -> new ArrayList<>()).add(use);
      }
    }
    if (byPod.isEmpty()) {
      return Optional.empty();
    }
    return byPod.values().stream()
        .flatMap(uses -> ofPod(question, account, uses).stream())
        .max(Comparator.naturalOrder())
        .or(() -> Optional.of(NOT_THERE));
  }

  /** Empty when the pod had not begun or had ended by then. */
  private Optional<Double> ofPod(Question question, Account account, List<Use> uses) {
    Instant at = question.at();
    if (uses.stream().anyMatch(u -> !u.firstAt().isAfter(at) && !u.lastAt().isBefore(at))) {
      return Optional.of(ALIVE);
    }
    Optional<Use> before =
        uses.stream()
            .filter(u -> u.lastAt().isBefore(at))
            .max(Comparator.comparing(Use::lastAt).thenComparing(Comparator.naturalOrder()));
    Optional<Use> after =
        uses.stream()
            .filter(u -> u.firstAt().isAfter(at))
            .min(Comparator.comparing(Use::firstAt).thenComparing(Comparator.naturalOrder()));
    boolean ranOn =
        after.isPresent()
            || traces.pods().named(account.namespace(), uses.get(0).podName()).stream()
                .anyMatch(p -> p.ranAt(at));
    if (before.isEmpty() || !ranOn) {
      return Optional.empty();
    }
    boolean expired = question.stated().reason() == Reason.EXPIRED;
    Lifetime last = byCredential.get(before.get().credentialId());
    Optional<Instant> end = last == null ? Optional.empty() : end(last);
    if (expired && end.isPresent()) {
      return Optional.of(end.get().plus(LEEWAY).isAfter(at) ? ALIVE : DEAD_AND_QUIET);
    }
    double gap =
        Duration.between(before.get().lastAt(), after.map(Use::firstAt).orElse(at)).toMillis()
            / 1e3;
    double span =
        Math.max(
            1, Duration.between(before.get().firstAt(), before.get().lastAt()).toMillis() / 1e3);
    double missed = gap * before.get().requests() / span;
    return Optional.of(missed >= 5 ? QUIET : 0);
  }

  private List<Lifetime> on(String node, Account account) {
    return lifetimes.getOrDefault(account, List.of()).stream()
        .filter(l -> l.expiresAt().isPresent())
        .filter(l -> node.isEmpty() || l.node().isEmpty() || l.node().equals(node))
        .toList();
  }

  /** When a token stops to be accepted, leeway left out; empty when that is not known. */
  private static Optional<Instant> end(Lifetime lifetime) {
    return lifetime.extended().orElse(false)
        ? Optional.of(lifetime.issuedAt().plusSeconds(Token.EXTENDED_TTL_SECONDS))
        : lifetime.expiresAt();
  }

  private double byLifetimes(Question question, Account account) {
    String node = traces.nodeNear(question.ip());
    List<Lifetime> own = onNode.computeIfAbsent(account + "\n" + node, k -> on(node, account));
    if (own.isEmpty()) {
      return 0;
    }
    Instant at = question.at();
    List<Lifetime> dead =
        own.stream().filter(l -> !end(l).orElse(at).plus(LEEWAY).isAfter(at)).toList();
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
            .map(l -> end(l).orElseThrow().plus(LEEWAY))
            .anyMatch(
                e ->
                    !e.isAfter(question.onset())
                        && !e.plus(DEATH_SHOWS).isBefore(question.onset()));
    return (unrefreshed ? NOT_REFRESHED : 0) + (onset ? ONSET : 0);
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
                traces.logStart().plus(l.ttl().orElseThrow()).plus(LEEWAY).isAfter(at)
                    ? QUIET
                    : NOT_REFRESHED)
        .max(Comparator.naturalOrder());
  }
}
