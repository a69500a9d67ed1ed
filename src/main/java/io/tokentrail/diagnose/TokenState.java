package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Case;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Reason;
import io.tokentrail.model.RefreshComplaints;
import io.tokentrail.model.Sender;
import io.tokentrail.model.ServerFlags;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stood in the token files: which token had died before the kubelet brought the next one, and
 * which was good. Only tokens that kubelets keep for pods, for the API server's own audience.
 */
final class TokenState {

  /**
   * A client that follows the file has the new token within this: client-go re-reads every 50 s,
   * the API server caches a success for 10 s, and the kubelet writes on its next sync.
   */
  static final Duration RELOAD = Duration.ofSeconds(130);

  /** Pod syncs alone cost up to 100 s. */
  private static final Duration SYNCS = Duration.ofMinutes(2);

  /** So many pods of a node that were ever behind show a kubelet that is. */
  private static final int HABIT = 3;

  /** Senders named with less than this may as well be another pod. */
  private static final double SURE = 0.7;

  private final Map<Account, List<Lifetime>> byAccount = new HashMap<>();
  private final Map<String, List<Lifetime>> byNode = new HashMap<>();
  private final Set<Lifetime> trusted = new HashSet<>();
  private final Map<Account, List<Stall>> stallsOf = new HashMap<>();
  private final Map<String, List<Stall>> stallsOn = new HashMap<>();
  private final Set<Account> refused = new HashSet<>();
  private final RefreshComplaints complaints;
  private final Map<String, List<Instant>> expired = new HashMap<>();
  private final Instant end;

  private TokenState(RefreshComplaints complaints, Instant end) {
    this.complaints = complaints;
    this.end = end;
  }

  static TokenState of(Case subject) {
    TokenState state = new TokenState(RefreshComplaints.of(subject.facts()), Claim.end(subject));
    Set<String> own = audiences(subject);
    for (Lifetime lifetime : subject.lifetimes()) {
      boolean kubelets = !lifetime.node().isEmpty() || !lifetime.pod().isEmpty();
      if (kubelets && (lifetime.audience().isEmpty() || own.contains(lifetime.audience()))) {
        state.byAccount.computeIfAbsent(lifetime.account(), a -> new ArrayList<>()).add(lifetime);
        state.byNode.computeIfAbsent(lifetime.node(), n -> new ArrayList<>()).add(lifetime);
      }
    }
    subject.facts().audit().tokenRequests().stream()
        .filter(r -> !r.granted() && !r.node().isEmpty())
        .forEach(r -> state.refused.add(r.account()));
    for (Attributed one : subject.failures()) {
      Sender sender = one.sender();
      if (one.reason() == Reason.EXPIRED
          && !sender.pod().isEmpty()
          && sender.account().isPresent()
          && sender.confidence() >= SURE) {
        state
            .expired
            .computeIfAbsent(sender.account().get() + " " + sender.pod(), p -> new ArrayList<>())
            .add(one.failure().receivedAt());
      }
    }
    state.byNode.values().forEach(state::weigh);
    state.byAccount.forEach((account, all) -> state.stallsOf.put(account, state.stalls(all)));
    state.byNode.forEach((node, all) -> state.stallsOn.put(node, state.stalls(all)));
    return state;
  }

  /**
   * A missed refresh that is believed.
   *
   * @param lifetime the token that was not refreshed
   * @param dead from its expiry until a client can have read its successor
   * @param overdue from when it was due until then
   */
  private record Stall(Lifetime lifetime, Optional<Interval> dead, Interval overdue) {}

  private List<Stall> stalls(List<Lifetime> lifetimes) {
    return lifetimes.stream()
        .filter(this::stalled)
        .map(l -> new Stall(l, dead(l), overdue(l)))
        .toList();
  }

  /**
   * A missed refresh is believed when it is not alone: other pods of the node were behind at the
   * same time, or several were at one time or another, the account's TokenRequests are refused, the
   * kubelet says that it could not, or the server goes on refusing the pod's token as expired until
   * the next is granted. A lone one is mostly a pod that ended unseen, or a short lifetime missed
   * by seconds.
   */
  private void weigh(List<Lifetime> ofNode) {
    List<Lifetime> behind = ofNode.stream().filter(TokenState::behind).toList();
    long pods = behind.stream().map(l -> l.account() + " " + l.pod()).distinct().count();
    for (Lifetime one : behind) {
      boolean company =
          pods >= HABIT
              || behind.stream().anyMatch(other -> !samePod(one, other) && overlap(one, other));
      if (missed(one)
          && (company
              || refused.contains(one.account())
              || complaints.concern(one, span(one).from(), overdue(one).to())
              || refusedUntilRefreshed(one))) {
        trusted.add(one);
      }
    }
  }

  /** Whether its pod was told that its token had expired, while there was none to read instead. */
  private boolean refusedUntilRefreshed(Lifetime lifetime) {
    Instant from = lifetime.expiresAt().orElse(end);
    Instant to = lifetime.refreshedAt().orElse(end);
    return !lifetime.pod().isEmpty()
        && expired.getOrDefault(lifetime.account() + " " + lifetime.pod(), List.of()).stream()
            .anyMatch(at -> !at.isBefore(from) && at.isBefore(to));
  }

  private static boolean behind(Lifetime lifetime) {
    return missed(lifetime) || lifetime.delay().filter(d -> d.compareTo(SYNCS) > 0).isPresent();
  }

  private static boolean samePod(Lifetime a, Lifetime b) {
    return a.account().equals(b.account())
        && (a.pod().isEmpty() || b.pod().isEmpty() || a.pod().equals(b.pod()));
  }

  private boolean overlap(Lifetime a, Lifetime b) {
    return span(a).overlaps(span(b));
  }

  /** From due until the next came. */
  private Interval span(Lifetime lifetime) {
    Instant from = lifetime.refreshDue().orElse(lifetime.issuedAt());
    Instant to = lifetime.refreshedAt().orElse(end);
    return new Interval(from, to.isBefore(from) ? from : to);
  }

  /** From due until a client can have read the next. */
  private Interval overdue(Lifetime lifetime) {
    return new Interval(span(lifetime).from(), span(lifetime).to().plus(RELOAD));
  }

  /** Whether a refresh was missed, and that is believed. */
  boolean stalled(Lifetime lifetime) {
    return trusted.contains(lifetime);
  }

  /** Whether the kubelet missed refreshes of this token or, at that time, of others of its node. */
  boolean stalledAround(Lifetime lifetime) {
    return stalled(lifetime)
        || ofNode(lifetime.node()).stream()
            .anyMatch(other -> stalled(other) && overlap(other, lifetime));
  }

  /** The API server's own audiences as far as its flags or the given tokens tell them. */
  static Set<String> audiences(Case subject) {
    Set<String> own = new HashSet<>();
    for (Snapshot snapshot : subject.facts().snapshots()) {
      ServerFlags flags = snapshot.flags();
      own.addAll(flags.apiAudiences());
      own.addAll(flags.issuers());
    }
    own.addAll(subject.facts().keys().issuers());
    for (Token token : subject.facts().tokens()) {
      if (token.extended()) {
        own.addAll(token.audiences());
      }
    }
    return own;
  }

  boolean isEmpty() {
    return byAccount.isEmpty();
  }

  int size() {
    return byAccount.values().stream().mapToInt(List::size).sum();
  }

  List<Lifetime> ofAccount(Account account) {
    return byAccount.getOrDefault(account, List.of());
  }

  List<Lifetime> ofNode(String node) {
    return byNode.getOrDefault(node, List.of());
  }

  Set<String> nodes() {
    return byNode.keySet();
  }

  /** Whether it was not refreshed before it expired, while the pod ran. */
  static boolean missed(Lifetime lifetime) {
    return lifetime.status().filter(s -> s == Lifetime.Status.MISSED).isPresent();
  }

  /** From its expiry until a client can have read its successor; empty when that came in time. */
  Optional<Interval> dead(Lifetime lifetime) {
    if (!stalled(lifetime) || lifetime.expiresAt().isEmpty()) {
      return Optional.empty();
    }
    Instant from = lifetime.expiresAt().get();
    Instant to = lifetime.refreshedAt().map(r -> r.plus(RELOAD)).orElse(end);
    return Optional.of(new Interval(from, to.isBefore(from) ? from : to));
  }

  /**
   * A token of this sender that had died unrefreshed at that time. Where the server says that the
   * token had expired, one whose refresh was overdue will do: a token of an earlier issue may be
   * the one that died.
   */
  Optional<Lifetime> deadAt(Refusal refusal) {
    boolean expired = refusal.told() && refusal.reason() == Reason.EXPIRED;
    return refusal
        .account()
        .map(a -> stallsOf.getOrDefault(a, List.of()))
        .orElse(List.of())
        .stream()
        .filter(s -> fits(s.lifetime(), refusal))
        .filter(
            s ->
                s.dead().filter(d -> d.contains(refusal.at())).isPresent()
                    || (expired && s.overdue().contains(refusal.at())))
        .map(Stall::lifetime)
        .findFirst();
  }

  /** Whether no lifetime of its tokens is known. */
  boolean untimed(Account account) {
    return ofAccount(account).stream().allMatch(l -> l.expiresAt().isEmpty());
  }

  /** The same, or that no lifetime of its account's tokens is known. */
  boolean mayBeDeadAt(Refusal refusal) {
    return refusal.account().filter(this::untimed).isPresent() || deadAt(refusal).isPresent();
  }

  /** A refresh on this 401's node that was due and had not come, or had just come, at that time. */
  Optional<Lifetime> stalledOnNode(Refusal refusal) {
    return refusal.node().isEmpty()
        ? Optional.empty()
        : stallsOn.getOrDefault(refusal.node(), List.of()).stream()
            .filter(s -> s.overdue().contains(refusal.at()))
            .map(Stall::lifetime)
            .findFirst();
  }

  /** The token that stood in the sender's file at that time, good and long enough to be read. */
  Optional<Lifetime> goodAt(Refusal refusal) {
    return goodOnesAt(refusal).reduce((older, newer) -> newer);
  }

  /**
   * Whether its good tokens had all been shown before that time: a program that reads its file
   * again, refused for another reason than an old token.
   *
   * @param shownSince ids of tokens that were accepted, and when each was first
   */
  boolean hadReadGood(Refusal refusal, Map<String, Instant> shownSince) {
    List<Lifetime> good = goodOnesAt(refusal).toList();
    return !good.isEmpty()
        && good.stream()
            .map(l -> shownSince.get(l.credentialId()))
            .allMatch(since -> since != null && since.isBefore(refusal.at()));
  }

  private Stream<Lifetime> goodOnesAt(Refusal refusal) {
    return refusal.account().map(this::ofAccount).orElse(List.of()).stream()
        .filter(l -> fits(l, refusal))
        .filter(l -> !l.issuedAt().plus(RELOAD).isAfter(refusal.at()))
        .filter(l -> l.expiresAt().filter(e -> e.isAfter(refusal.at())).isPresent());
  }

  /**
   * Whether one of the sender's token files is unknown at that time: the last token for it that the
   * log shows had expired, and it is open what came then (model/UnseenGrants).
   */
  boolean unclearAt(Refusal refusal) {
    Map<String, Lifetime> last = new HashMap<>();
    for (Lifetime one : refusal.account().map(this::ofAccount).orElse(List.of())) {
      if (fits(one, refusal) && !one.issuedAt().isAfter(refusal.at())) {
        last.put(one.pod() + "\n" + one.audience() + "\n" + one.ttl(), one);
      }
    }
    return last.values().stream()
        .filter(Lifetime::outcomeUnseen)
        .anyMatch(l -> l.expiresAt().filter(e -> !e.isAfter(refusal.at())).isPresent());
  }

  /** The token of the sender that had died last before that time. */
  Optional<Lifetime> diedBefore(Refusal refusal) {
    return refusal.account().map(this::ofAccount).orElse(List.of()).stream()
        .filter(l -> fits(l, refusal))
        .filter(l -> l.expiresAt().filter(e -> !e.isAfter(refusal.at())).isPresent())
        .reduce((older, newer) -> newer);
  }

  /**
   * When the first token was issued to the sender's pod that the input shows, if that was after
   * this 401: what the pod had sent is older than the log.
   */
  Optional<Instant> firstAfter(Refusal refusal) {
    return refusal.account().map(this::ofAccount).orElse(List.of()).stream()
        .filter(l -> fits(l, refusal))
        .map(Lifetime::issuedAt)
        .min(Instant::compareTo)
        .filter(first -> first.isAfter(refusal.at()));
  }

  private static boolean fits(Lifetime lifetime, Refusal refusal) {
    boolean pod =
        refusal.pod().isEmpty() || lifetime.pod().isEmpty() || lifetime.pod().equals(refusal.pod());
    boolean node =
        refusal.node().isEmpty()
            || lifetime.node().isEmpty()
            || lifetime.node().equals(refusal.node());
    return pod && node;
  }
}
