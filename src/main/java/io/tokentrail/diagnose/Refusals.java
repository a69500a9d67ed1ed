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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
    Map<Attributed, LookUp> lookUps = join(own, subject.facts().audit().lookUps());
    Map<Attributed, Reason> reasons = reasons(own);
    Map<String, String> addresses = nodesByAddress(subject);
    Map<String, String> pods = nodesByPod(subject);
    List<Refusal> refusals = new ArrayList<>();
    for (Attributed one : own) {
      refusals.add(
          new Refusal(
              one,
              reasons.getOrDefault(one, Reason.UNKNOWN),
              one.reason() != Reason.UNKNOWN,
              node(one, addresses, pods),
              Optional.ofNullable(lookUps.get(one))));
    }
    return refusals;
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
   */
  private static Map<Attributed, LookUp> join(List<Attributed> own, List<LookUp> lookUps) {
    Map<String, NavigableMap<Instant, List<LookUp>>> bySource = new HashMap<>();
    for (LookUp lookUp : lookUps) {
      if (LOOKED_UP.contains(lookUp.target().resource())) {
        bySource
            .computeIfAbsent(lookUp.source(), s -> new TreeMap<>())
            .computeIfAbsent(lookUp.receivedAt(), t -> new ArrayList<>())
            .add(lookUp);
      }
    }
    Map<Attributed, LookUp> joined = new HashMap<>();
    Set<LookUp> used = new HashSet<>();
    for (Attributed one : own) {
      Failure failure = one.failure();
      NavigableMap<Instant, List<LookUp>> here = bySource.get(failure.source());
      if (here == null) {
        continue;
      }
      Instant end = failure.answeredAt().plus(SLACK);
      here.subMap(failure.receivedAt().minus(SLACK), true, end, true).values().stream()
          .flatMap(List::stream)
          .filter(l -> !l.at().isAfter(end) && !used.contains(l))
          .findFirst()
          .ifPresent(
              l -> {
                used.add(l);
                joined.put(one, l);
              });
    }
    return joined;
  }

  /** Told reasons, and for the untold ones the only reason of the sender's told neighbours. */
  private static Map<Attributed, Reason> reasons(List<Attributed> own) {
    Map<String, NavigableMap<Instant, Set<Reason>>> told = new HashMap<>();
    Map<Attributed, Reason> reasons = new HashMap<>();
    for (Attributed one : own) {
      if (one.reason() != Reason.UNKNOWN) {
        reasons.put(one, one.reason());
        told.computeIfAbsent(senderOf(one), s -> new TreeMap<>())
            .computeIfAbsent(one.failure().receivedAt(), t -> new TreeSet<>())
            .add(one.reason());
      }
    }
    for (Attributed one : own) {
      NavigableMap<Instant, Set<Reason>> neighbours = told.get(senderOf(one));
      if (one.reason() == Reason.UNKNOWN && neighbours != null) {
        Instant at = one.failure().receivedAt();
        Set<Reason> near = new TreeSet<>();
        neighbours
            .subMap(at.minus(NEIGHBOURHOOD), true, at.plus(NEIGHBOURHOOD), true)
            .values()
            .forEach(near::addAll);
        if (near.size() == 1) {
          reasons.put(one, near.iterator().next());
        }
      }
    }
    return reasons;
  }

  private static String senderOf(Attributed one) {
    return one.sender()
        .account()
        .map(a -> a + " " + one.sender().pod())
        .orElseGet(
            () -> one.failure().client().sourceIp() + " " + one.failure().client().userAgent());
  }
}
