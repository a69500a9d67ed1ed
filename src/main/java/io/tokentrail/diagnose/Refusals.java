package io.tokentrail.diagnose;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Case;
import io.tokentrail.model.Failure;
import io.tokentrail.model.LookUp;
import io.tokentrail.model.Node;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The 401s of this API server, each with its reason, node and look-up; proxied ones left out. */
final class Refusals {

  /** Within this of a 401, another one of the same sender says why it was refused. */
  private static final Duration NEIGHBOURHOOD = Duration.ofMinutes(10);

  /** Clock resolution between a look-up's stamps and those of the request it belongs to. */
  private static final Duration SLACK = Duration.ofMillis(2);

  private static final Set<String> LOOKED_UP =
      Set.of("serviceaccounts", "secrets", "pods", "nodes");

  private Refusals() {}

  /** Why 401s cannot be seen in this input; empty when they can. */
  static Optional<Verdict> blind(Case subject) {
    AuditFacts audit = subject.facts().audit();
    if (audit.files().isEmpty() && subject.failures().isEmpty()) {
      return Optional.of(new Verdict.NotChecked("an audit log of the API server"));
    }
    if (subject.failures().isEmpty() && !audit.hasStage("ResponseStarted")) {
      return Optional.of(
          new Verdict.NotChecked(
              "an audit log with the stage ResponseStarted: without it no 401 is ever logged"));
    }
    return Optional.empty();
  }

  /** All of them in time order. */
  static List<Refusal> of(Case subject) {
    List<Attributed> own =
        subject.failures().stream().filter(a -> !a.failure().proxied()).sorted().toList();
    List<Optional<LookUp>> lookUps = join(own, subject.facts().audit().lookUps());
    List<Reason> reasons = reasons(own);
    Map<String, String> addresses = nodesByAddress(subject);
    Map<String, String> pods = nodesByPod(subject);
    List<Refusal> refusals = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      Attributed one = own.get(i);
      refusals.add(
          new Refusal(
              one,
              reasons.get(i),
              one.reason() != Reason.UNKNOWN,
              node(one, addresses, pods),
              lookUps.get(i)));
    }
    return List.copyOf(refusals);
  }

  private static String node(
      Attributed one, Map<String, String> addresses, Map<String, String> pods) {
    if (!one.sender().node().isEmpty()) {
      return one.sender().node();
    }
    String byPod =
        one.sender()
            .account()
            .map(a -> pods.getOrDefault(a.namespace() + "/" + one.sender().pod(), ""))
            .orElse("");
    return byPod.isEmpty() ? addresses.getOrDefault(one.failure().client().sourceIp(), "") : byPod;
  }

  /** Node names by their addresses, of all snapshots. */
  static Map<String, String> nodesByAddress(Case subject) {
    Map<String, String> nodes = new HashMap<>();
    for (Snapshot snapshot : subject.facts().snapshots()) {
      for (Node node : snapshot.nodes()) {
        node.addresses().forEach(a -> nodes.put(a, node.name()));
      }
      for (Pod pod : snapshot.pods()) {
        if (!pod.node().isEmpty()) {
          pod.hostIps().forEach(a -> nodes.putIfAbsent(a, pod.node()));
        }
      }
    }
    return nodes;
  }

  private static Map<String, String> nodesByPod(Case subject) {
    Map<String, String> nodes = new HashMap<>();
    for (Snapshot snapshot : subject.facts().snapshots()) {
      for (Pod pod : snapshot.pods()) {
        nodes.put(pod.namespace() + "/" + pod.name(), pod.node());
      }
    }
    return nodes;
  }

  /**
   * Each look-up lies inside the request that it was made for: received after it and answered
   * before it, on the same API server. One look-up belongs to one request.
   *
   * @return the look-up of each 401, in their order
   */
  private static List<Optional<LookUp>> join(List<Attributed> own, List<LookUp> lookUps) {
    Map<String, NavigableMap<Instant, List<LookUp>>> bySource = new HashMap<>();
    for (LookUp lookUp : lookUps) {
      if (LOOKED_UP.contains(lookUp.target().resource())) {
        bySource
            .computeIfAbsent(lookUp.source(), s -> new TreeMap<>())
            .computeIfAbsent(lookUp.receivedAt(), t -> new ArrayList<>())
            .add(lookUp);
      }
    }
    List<Optional<LookUp>> joined = new ArrayList<>();
    for (Attributed one : own) {
      NavigableMap<Instant, List<LookUp>> here = bySource.get(one.failure().source());
      joined.add(here == null ? Optional.empty() : take(one.failure(), here));
    }
    return joined;
  }

  /** Takes the first look-up that lies inside a request, so that no other request gets it. */
  private static Optional<LookUp> take(
      Failure failure, NavigableMap<Instant, List<LookUp>> lookUps) {
    Instant end = failure.answeredAt().plus(SLACK);
    for (List<LookUp> then :
        lookUps.subMap(failure.receivedAt().minus(SLACK), true, end, true).values()) {
      for (LookUp lookUp : then) {
        if (!lookUp.at().isAfter(end)) {
          then.remove(lookUp);
          return Optional.of(lookUp);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Told reasons, and for the untold ones the only reason of the sender's told neighbours.
   *
   * @return the reason of each 401, in their order
   */
  private static List<Reason> reasons(List<Attributed> own) {
    Map<String, Told> told = new HashMap<>();
    List<Told> neighbours = new ArrayList<>();
    for (Attributed one : own) {
      Told ofSender = told.computeIfAbsent(senderOf(one), s -> new Told());
      if (one.reason() != Reason.UNKNOWN) {
        ofSender.add(one);
      }
      neighbours.add(ofSender);
    }
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      Attributed one = own.get(i);
      reasons.add(
          one.reason() == Reason.UNKNOWN
              ? neighbours.get(i).onlyReasonNear(one.failure().receivedAt())
              : one.reason());
    }
    return reasons;
  }

  /** One sender's told 401s in time order, and those of them near a time that only moves on. */
  private static final class Told {
    private final List<Attributed> all = new ArrayList<>();
    private final Map<Reason, Integer> near = new EnumMap<>(Reason.class);
    private int from;
    private int to;

    void add(Attributed one) {
      all.add(one);
    }

    /** The reason that all near ones have; unknown where there are none or they disagree. */
    Reason onlyReasonNear(Instant at) {
      while (to < all.size() && !time(to).isAfter(at.plus(NEIGHBOURHOOD))) {
        near.merge(all.get(to).reason(), 1, Integer::sum);
        to++;
      }
      while (from < to && time(from).isBefore(at.minus(NEIGHBOURHOOD))) {
        near.computeIfPresent(all.get(from).reason(), (r, many) -> many == 1 ? null : many - 1);
        from++;
      }
      return near.size() == 1 ? near.keySet().iterator().next() : Reason.UNKNOWN;
    }

    private Instant time(int index) {
      return all.get(index).failure().receivedAt();
    }
  }

  private static String senderOf(Attributed one) {
    return one.sender()
        .account()
        .map(a -> a + " " + one.sender().pod())
        .orElseGet(
            () -> one.failure().client().sourceIp() + " " + one.failure().client().userAgent());
  }
}
