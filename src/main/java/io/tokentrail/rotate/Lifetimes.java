package io.tokentrail.rotate;

import io.tokentrail.model.Account;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.PodLives;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Token;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.TokenSource;
import io.tokentrail.model.UnseenGrants;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every token's life that the input shows. */
public final class Lifetimes {

  /**
   * kube-controller-manager asks for its controllers' tokens with this (client_builder_dynamic).
   */
  private static final Duration CONTROLLER_TTL = Duration.ofHours(1);

  /** A restarted kubelet has asked for all tokens again after this long: pod syncs take 60-90 s. */
  private static final long RESTART_SECONDS = 90;

  private static final String CONTROLLER_MANAGER = "system:kube-controller-manager";

  private final Facts facts;
  private final PodLives pods;
  private final Specs specs;
  private final Extension extension;
  private final Instant inputStart;
  private final Instant inputEnd;
  private final Map<String, PodOfToken> podOf = new HashMap<>();
  private final Set<String> accepted = new HashSet<>();
  private final Map<String, SortedMap<Long, Set<Account>>> asked = new HashMap<>();
  private final List<Lifetime> out = new ArrayList<>();

  private record PodOfToken(String name, String uid) {}

  private Lifetimes(Facts facts) {
    this.facts = facts;
    pods = PodLives.of(facts);
    specs = new Specs(facts);
    extension = new Extension(facts);
    Optional<Interval> span = facts.audit().span();
    inputStart = span.map(Interval::from).orElse(Instant.EPOCH);
    inputEnd = span.map(Interval::to).or(facts::newest).orElse(Instant.EPOCH);
    for (Use use : facts.audit().uses()) {
      if (!use.credentialId().isEmpty()) {
        accepted.add(use.credentialId());
      }
      if (!use.credentialId().isEmpty() && !use.podName().isEmpty()) {
        podOf.put(use.credentialId(), new PodOfToken(use.podName(), use.podUid()));
      }
    }
    for (Token token : facts.tokens()) {
      if (!token.credentialId().isEmpty() && !token.podName().isEmpty()) {
        podOf.put(token.credentialId(), new PodOfToken(token.podName(), token.podUid()));
      }
    }
  }

  /** One lifetime for each token that a TokenRequest brought or that lies in the input, sorted. */
  public static List<Lifetime> of(Facts facts) {
    return new Lifetimes(facts).all();
  }

  private List<Lifetime> all() {
    SortedMap<String, List<Grant>> kubelets = new TreeMap<>();
    SortedMap<String, List<Grant>> others = new TreeMap<>();
    List<Grant> granted =
        facts.audit().tokenRequests().stream()
            .filter(TokenRequest::granted)
            .map(r -> named(Grant.of(r)))
            .toList();
    for (Grant each : new FoundTokens(facts).joinedTo(granted)) {
      Grant grant = placed(each);
      if (grant.node().isEmpty()) {
        String key =
            String.join(
                "\n",
                grant.requester(),
                grant.account().toString(),
                grant.audience(),
                grant.pod(),
                grant.ttl().toString());
        others.computeIfAbsent(key, k -> new ArrayList<>()).add(grant);
      } else {
        kubelets
            .computeIfAbsent(grant.node() + "\n" + grant.account(), k -> new ArrayList<>())
            .add(grant);
      }
    }
    for (List<Grant> grants : kubelets.values()) {
      for (Grant grant : grants) {
        asked
            .computeIfAbsent(grant.node(), n -> new TreeMap<>())
            .computeIfAbsent(grant.grantedAt().getEpochSecond(), t -> new HashSet<>())
            .add(grant.account());
      }
    }
    kubelets.values().forEach(this::ofKubelet);
    others.values().forEach(g -> chain(g, Optional.empty(), false));
    if (kubelets.isEmpty()) {
      out.addAll(new Predictions(facts, extension).all());
    }
    List<Lifetime> all = out.stream().sorted().distinct().toList();
    UnseenGrants unseen = UnseenGrants.of(facts, all);
    return all.stream().map(l -> unseen.leavesOpen(l) ? l.withoutOutcome() : l).sorted().toList();
  }

  /**
   * Whether the node's kubelet asked for most of its accounts' tokens about then, as it does within
   * a pod sync or two of its restart.
   */
  private boolean restarted(String node, Instant at) {
    SortedMap<Long, Set<Account>> all = asked.getOrDefault(node, new TreeMap<>());
    long second = at.getEpochSecond();
    long then = accounts(all.subMap(second - RESTART_SECONDS, second + RESTART_SECONDS + 1));
    return then >= Math.max(2, accounts(all) / 2);
  }

  private static long accounts(SortedMap<Long, Set<Account>> asked) {
    return asked.values().stream().flatMap(Set::stream).distinct().count();
  }

  /** Adds the node of the pod, where only the pod is told. */
  private Grant placed(Grant grant) {
    if (!grant.node().isEmpty() || grant.pod().isEmpty()) {
      return grant;
    }
    return pods.named(grant.account().namespace(), grant.pod()).stream()
        .filter(p -> grant.podUid().isEmpty() || p.uid().equals(grant.podUid()))
        .findFirst()
        .map(p -> grant.withNode(p.node()))
        .orElse(grant);
  }

  /** Adds the pod that used the token, and the lifetime that the controller manager asks for. */
  private Grant named(Grant grant) {
    Grant named = grant;
    PodOfToken pod = podOf.get(grant.credentialId());
    if (grant.pod().isEmpty() && pod != null) {
      named = named.withPod(pod.name(), pod.uid());
    }
    if (accepted.contains(grant.credentialId())) {
      named = named.asAccepted();
    }
    if (named.ttl().isEmpty() && named.requester().equals(CONTROLLER_MANAGER)) {
      named = named.withTtl(CONTROLLER_TTL);
    }
    return named;
  }

  private void ofKubelet(List<Grant> grants) {
    Account account = grants.get(0).account();
    String node = grants.get(0).node();
    List<PodMatching.Slot> slots = new ArrayList<>();
    for (PodLife pod : pods.onNode(node)) {
      if (pod.account().filter(account::equals).isPresent()) {
        slots(pod, grants).forEach(slots::add);
      }
    }
    PodMatching matching = new PodMatching(slots, inputStart, at -> restarted(node, at));
    matching.take(new WrittenFiles(facts, pods).named(grants));
    for (PodMatching.Slot slot : slots) {
      chain(
          slot.grants().stream().map(g -> completed(g, slot)).toList(),
          Optional.of(still(slot.pod())),
          true);
    }
    List<Grant> leftOver = unseen(account, matching.leftOver());
    SortedMap<String, List<Grant>> rest = new TreeMap<>();
    for (Grant grant : leftOver) {
      String key =
          String.join("\n", grant.pod(), grant.podUid(), grant.audience(), grant.ttl().toString());
      rest.computeIfAbsent(key, k -> new ArrayList<>()).add(grant);
    }
    rest.values()
        .forEach(
            g ->
                chain(
                    g,
                    pods.named(account.namespace(), g.get(0).pod()).stream()
                        .filter(
                            p -> g.get(0).podUid().isEmpty() || p.uid().equals(g.get(0).podUid()))
                        .findFirst(),
                    true));
  }

  /**
   * Tokens of pods that no snapshot and no request shows: where all pods of the account are alike,
   * their lifetime is known, and a token that is asked for when one of them is due refreshes it.
   *
   * @return what remains
   */
  private List<Grant> unseen(Account account, List<Grant> leftOver) {
    Optional<List<TokenSource>> sources = specs.sources(account, pods);
    List<Grant> nameless = leftOver.stream().filter(g -> g.pod().isEmpty() && !g.told()).toList();
    if (sources.isEmpty() || sources.get().size() != 1 || nameless.isEmpty()) {
      return leftOver;
    }
    TokenSource source = sources.get().get(0);
    List<List<Grant>> chains = new ArrayList<>();
    for (Grant grant : nameless.stream().sorted(Comparator.comparing(Grant::grantedAt)).toList()) {
      List<Grant> refreshed =
          chains.stream()
              .filter(c -> Rotation.due(c.get(c.size() - 1).issuedAt(), source.ttl(), grant))
              .findFirst()
              .orElseGet(
                  () -> {
                    chains.add(new ArrayList<>());
                    return chains.get(chains.size() - 1);
                  });
      refreshed.add(grant);
    }
    for (List<Grant> chain : chains) {
      Instant last = chain.get(chain.size() - 1).grantedAt();
      PodLife pod = passing(account, chain.get(0), last);
      chain(
          chain.stream().map(g -> g.withTtl(source.ttl()).withAudience(source.audience())).toList(),
          Optional.of(pod),
          true);
    }
    return leftOver.stream().filter(g -> !nameless.contains(g)).toList();
  }

  /** A pod that came and went between snapshots. */
  private PodLife passing(Account account, Grant first, Instant last) {
    Optional<Instant> goneBy =
        facts.snapshots().stream()
            .filter(s -> s.kinds().contains("pods"))
            .map(Snapshot::at)
            .filter(at -> at.isAfter(last))
            .min(Comparator.naturalOrder());
    return new PodLife(
        account.namespace(),
        "",
        "",
        Optional.of(account),
        first.node(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        first.grantedAt(),
        last,
        false,
        goneBy);
  }

  /**
   * A finished pod that the newest snapshot still has is not gone: whether its token would have
   * been refreshed the input ends too early to tell.
   */
  private PodLife still(PodLife pod) {
    boolean shown =
        pod.finished()
            && facts
                .latestSnapshot()
                .filter(
                    s ->
                        s.pods().stream()
                            .anyMatch(
                                p ->
                                    p.uid().equals(pod.uid())
                                        && p.name().equals(pod.name())
                                        && p.namespace().equals(pod.namespace())))
                .isPresent();
    return shown ? pod.notGone() : pod;
  }

  /** One slot for each token volume; one of unknown lifetime where the spec is not known. */
  private List<PodMatching.Slot> slots(PodLife pod, List<Grant> grants) {
    Optional<List<TokenSource>> sources = specs.sources(pod);
    if (sources.isPresent()) {
      return sources.get().stream().map(s -> new PodMatching.Slot(pod, Optional.of(s))).toList();
    }
    List<PodMatching.Slot> told =
        grants.stream()
            .filter(g -> g.told() && g.ttl().isPresent() && g.pod().equals(pod.name()))
            .map(g -> g.audience() + "\n" + g.ttl().orElseThrow().toSeconds())
            .distinct()
            .sorted()
            .map(
                k ->
                    new PodMatching.Slot(
                        pod,
                        Optional.of(
                            new TokenSource(
                                "",
                                k.substring(0, k.indexOf('\n')),
                                Long.parseLong(k.substring(k.indexOf('\n') + 1)),
                                "",
                                true,
                                false))))
            .toList();
    return told.isEmpty() ? List.of(new PodMatching.Slot(pod, Optional.empty())) : told;
  }

  private static Grant completed(Grant grant, PodMatching.Slot slot) {
    Optional<TokenSource> source = slot.source();
    boolean certain = slot.certain() || !grant.pod().isEmpty();
    return new Grant(
        grant.account(),
        grant.requester(),
        grant.node(),
        grant.grantedAt(),
        grant.issuedAt(),
        grant.told(),
        grant.told() ? grant.audience() : source.map(TokenSource::audience).orElse(""),
        grant.ttl().or(() -> source.map(TokenSource::ttl)),
        certain ? slot.pod().name() : "",
        certain ? slot.pod().uid() : "",
        grant.credentialId(),
        grant.accepted(),
        grant.evidence());
  }

  /** Successive tokens of one holder: each is refreshed by the next. */
  private void chain(List<Grant> grants, Optional<PodLife> pod, boolean bound) {
    List<Grant> sorted =
        grants.stream()
            .sorted(
                Comparator.comparing(Grant::issuedAt)
                    .thenComparing(Grant::grantedAt)
                    .thenComparing(Grant::credentialId))
            .toList();
    for (int i = 0; i < sorted.size(); i++) {
      Grant grant = sorted.get(i);
      Optional<Instant> next =
          i + 1 < sorted.size() ? Optional.of(sorted.get(i + 1).grantedAt()) : Optional.empty();
      boolean knowsHolder = !bound || pod.isPresent() || !grant.pod().isEmpty();
      out.add(
          new Lifetime(
              grant.account(),
              grant.pod(),
              grant.node(),
              grant.audience(),
              grant.ttl(),
              Lifetime.Source.OBSERVED,
              grant.issuedAt(),
              grant.ttl().map(t -> grant.issuedAt().plus(Rotation.dueAge(t))),
              grant.ttl().map(grant.issuedAt()::plus),
              grant.ttl().isPresent() && knowsHolder ? next : Optional.empty(),
              knowsHolder
                  ? grant
                      .ttl()
                      .map(t -> Rotation.status(grant.issuedAt(), t, next, pod, inputEnd, bound))
                  : Optional.empty(),
              grant.credentialId(),
              extension.of(grant.ttl(), grant.audience(), bound),
              List.of(grant.evidence())));
    }
  }
}
