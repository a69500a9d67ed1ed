package io.tokentrail.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens that were granted without the log showing it: an API server's log is not in the input, or
 * lost events. A refresh that such a log lacks is not a refresh that was missed.
 *
 * <p>A pod shows it by what it does after a token's expiry: it is served with a token whose grant
 * the log lacks (credential ids, 1.30 and later), or without the stale-token annotation that an
 * extended token would bring (token/cache and serviceaccount/claims.go). A kubelet shows it by the
 * other tokens that it refreshed in time meanwhile, where most of the kubelets do so: one that
 * hangs brings none, and a hang of single pods is a matter of its node.
 */
public final class UnseenGrants {

  /** The API server's leeway of 60 s and its cache of 10 s keep a dead token alive for this. */
  private static final Duration LEEWAY = Duration.ofSeconds(70);

  /** client-go reads the file every 50 s, a cached success lives 10 s, a pod sync takes 70 s. */
  private static final Duration RELOAD = Duration.ofSeconds(130);

  /** The kubelet draws up to 10 s off the due time (token_manager.go: maxJitter). */
  private static final Duration EARLY = Duration.ofSeconds(10);

  /** So many requests that would have fallen into the time after expiry prove that some did. */
  private static final double ENOUGH_REQUESTS = 10;

  /** Fewer than this may be events that were lost one by one. */
  private static final int SEVERAL = 3;

  private static final double SHARE = 0.2;

  /** One refresh in time may be of a pod that is new, or the first of a kubelet that recovers. */
  private static final int OTHERS = 2;

  private final Map<String, List<Use>> byPod = new HashMap<>();
  private final Map<Account, Set<String>> podsOf = new HashMap<>();
  private final Set<String> granted = new HashSet<>();
  private final Map<String, List<TokenRequest>> refused = new HashMap<>();
  private final RefreshComplaints complaints;
  private final Map<String, List<Lifetime>> inTime = new HashMap<>();
  private final Map<String, List<Instant>> failuresByAddress = new HashMap<>();
  private final PodLives pods;

  /** Whether so many are unseen that the log of an API server must be missing. */
  private final boolean partial;

  private UnseenGrants(Facts facts, List<Lifetime> lifetimes) {
    pods = PodLives.of(facts);
    complaints = RefreshComplaints.of(facts);
    for (Use use : facts.audit().uses()) {
      Optional<Account> account = Account.ofUsername(use.username());
      if (account.isPresent()) {
        byPod.computeIfAbsent(account.get() + " " + use.podName(), k -> new ArrayList<>()).add(use);
      }
    }
    for (TokenRequest request : facts.audit().tokenRequests()) {
      if (request.granted()) {
        granted.add(request.credentialId());
      } else {
        refused
            .computeIfAbsent(request.node() + " " + request.account(), k -> new ArrayList<>())
            .add(request);
      }
    }
    for (Failure failure : facts.audit().failures()) {
      failuresByAddress
          .computeIfAbsent(failure.client().sourceIp(), k -> new ArrayList<>())
          .add(failure.receivedAt());
    }
    for (Lifetime lifetime : lifetimes) {
      boolean onTime = lifetime.status().equals(Optional.of(Lifetime.Status.ON_TIME));
      if (onTime && !lifetime.node().isEmpty()) {
        inTime.computeIfAbsent(lifetime.node(), n -> new ArrayList<>()).add(lifetime);
      }
    }
    lifetimes.forEach(l -> podsOf.computeIfAbsent(l.account(), a -> new HashSet<>()).add(l.pod()));
    List<Lifetime> missed = lifetimes.stream().filter(UnseenGrants::checkable).toList();
    Set<Lifetime> unseen = new HashSet<>();
    missed.stream().filter(l -> refutes(l) || doubts(l)).forEach(unseen::add);
    List<Lifetime> busy = missed.stream().filter(this::busy).toList();
    long nodes = busy.stream().map(Lifetime::node).distinct().count();
    if (nodes > 1 && nodes > inTime.size() / 2) {
      unseen.addAll(busy);
    }
    partial = unseen.size() >= SEVERAL && unseen.size() >= SHARE * missed.size();
  }

  /** What the uses of tokens say of the grants that the log shows. */
  public static UnseenGrants of(Facts facts, List<Lifetime> lifetimes) {
    return new UnseenGrants(facts, lifetimes);
  }

  /**
   * Whether it is open how this token's refresh went, though the log shows none in time: the pod
   * did get the next, or others did unseen and nothing else speaks for a missed one.
   */
  public boolean leavesOpen(Lifetime lifetime) {
    if (!missed(lifetime)) {
      return false;
    }
    return (checkable(lifetime) && refutes(lifetime)) || (partial && !confirmed(lifetime));
  }

  private static boolean missed(Lifetime lifetime) {
    return lifetime.status().filter(s -> s == Lifetime.Status.MISSED).isPresent()
        && lifetime.source() == Lifetime.Source.OBSERVED;
  }

  private static boolean checkable(Lifetime lifetime) {
    return missed(lifetime) && lifetime.audience().isEmpty() && !lifetime.pod().isEmpty();
  }

  /** What the pod did; where requests name no pod, what its account did that has no other. */
  private List<Use> uses(Lifetime lifetime) {
    List<Use> named = byPod.getOrDefault(lifetime.account() + " " + lifetime.pod(), List.of());
    boolean only = named.isEmpty() && podsOf.get(lifetime.account()).size() == 1;
    return only ? byPod.getOrDefault(lifetime.account() + " ", List.of()) : named;
  }

  /** Whether the pod was served with a younger token before the log shows one. */
  private boolean refutes(Lifetime lifetime) {
    return uses(lifetime).stream()
        .anyMatch(
            use ->
                use.credentialId().isEmpty()
                    ? servedAfterwards(lifetime, use)
                    : servedWithUnseen(lifetime, use));
  }

  private boolean servedWithUnseen(Lifetime lifetime, Use use) {
    return !granted.contains(use.credentialId())
        && use.firstAt().isAfter(lifetime.refreshDue().orElseThrow())
        && use.firstAt().isBefore(lifetime.refreshedAt().orElse(Instant.MAX))
        && uses(lifetime).stream()
            .anyMatch(
                before ->
                    before.client().equals(use.client())
                        && before.firstAt().isBefore(use.firstAt())
                        && before.lastAt().isBefore(use.firstAt().plus(RELOAD)));
  }

  /** Served after the expiry of the last token that the log shows, and with no stale one. */
  private boolean servedAfterwards(Lifetime lifetime, Use use) {
    Instant expiry = lifetime.expiresAt().orElseThrow();
    return lifetime.refreshedAt().isEmpty()
        && !use.lastStaleAt().isAfter(expiry)
        && use.lastAt().isAfter(expiry.plus(LEEWAY));
  }

  /**
   * Served all along with no stale token, so that some requests fell between this token's expiry
   * and its late refresh: likely for one pod, telling for many.
   */
  private boolean doubts(Lifetime lifetime) {
    Instant from = lifetime.expiresAt().orElseThrow().plus(LEEWAY);
    Optional<Instant> to = lifetime.refreshedAt().filter(from::isBefore);
    return to.isPresent()
        && !lifetime.mortal()
        && uses(lifetime).stream()
            .filter(use -> use.credentialId().isEmpty() && use.staleRequests() == 0)
            .filter(use -> use.firstAt().isBefore(from) && use.lastAt().isAfter(to.get()))
            .anyMatch(use -> expected(use, from, to.get()) >= ENOUGH_REQUESTS);
  }

  /** Whether the kubelet refreshed several other tokens in time while this one was overdue. */
  private boolean busy(Lifetime lifetime) {
    Instant from = lifetime.refreshDue().orElseThrow().plus(RELOAD);
    Instant to = lifetime.refreshedAt().map(r -> r.minus(RELOAD)).orElse(Instant.MAX);
    return !lifetime.node().isEmpty()
        && inTime.getOrDefault(lifetime.node(), List.of()).stream()
                .filter(other -> !other.pod().equals(lifetime.pod()))
                .filter(other -> other.refreshDue().filter(from::isBefore).isPresent())
                .filter(other -> other.refreshedAt().filter(to::isAfter).isPresent())
                .limit(OTHERS)
                .count()
            == OTHERS;
  }

  /** So many of the use's requests fall between these times if they are spread evenly. */
  private static double expected(Use use, Instant from, Instant to) {
    double share =
        (double) Duration.between(from, to).toMillis()
            / Duration.between(use.firstAt(), use.lastAt()).toMillis();
    return use.requests() * share;
  }

  /** Whether something besides the silent log says that the refresh did not come. */
  private boolean confirmed(Lifetime lifetime) {
    Instant due = lifetime.refreshDue().orElseThrow().minus(EARLY);
    Instant expiry = lifetime.expiresAt().orElseThrow();
    Instant next = lifetime.refreshedAt().map(r -> r.plus(RELOAD)).orElse(Instant.MAX);
    return complaints.concern(lifetime, due, next)
        || refused(lifetime, due, next)
        || uses(lifetime).stream()
            .anyMatch(u -> u.lastStaleAt().isAfter(expiry) && u.warnAfter().isBefore(next))
        || (lifetime.mortal() && refusedFrom(lifetime, expiry, next));
  }

  private boolean refused(Lifetime lifetime, Instant from, Instant to) {
    return refused.getOrDefault(lifetime.node() + " " + lifetime.account(), List.of()).stream()
        .filter(request -> !AudienceDenial.spares(request.message(), lifetime))
        .anyMatch(r -> !r.receivedAt().isBefore(from) && r.receivedAt().isBefore(to));
  }

  private boolean refusedFrom(Lifetime lifetime, Instant from, Instant to) {
    return pods.named(lifetime.account().namespace(), lifetime.pod()).stream()
        .filter(p -> !p.hostNetwork())
        .flatMap(p -> p.ips().stream())
        .distinct()
        .flatMap(ip -> failuresByAddress.getOrDefault(ip, List.of()).stream())
        .anyMatch(at -> at.isAfter(from) && at.isBefore(to));
  }
}
