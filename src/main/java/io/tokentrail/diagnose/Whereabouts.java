package io.tokentrail.diagnose;

import io.tokentrail.model.Addresses;
import io.tokentrail.model.Case;
import io.tokentrail.model.Node;
import io.tokentrail.model.Pod;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.PodLives;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where requests came from, as far as snapshots and the log tell: a pod's own address, its node's,
 * somewhere else in the cluster, or outside. Addresses that several pods share are ways out of the
 * cluster (NAT, egress gateways, proxies) and tell nothing.
 */
final class Whereabouts {

  /** So many pods from one address that is none of theirs make it a way out. */
  private static final int SHARED = 3;

  private final Addresses addresses;
  private final PodLives lives;
  private final Map<String, Set<String>> podsAt = new TreeMap<>();
  private final Map<String, Set<String>> ownOf = new HashMap<>();
  private final Map<String, Long> fromOwn = new HashMap<>();
  private final Map<String, Set<String>> agentsByWayOut = new HashMap<>();
  private final Map<String, String> nodeOf = new HashMap<>();
  private final Map<String, Set<String>> addressesOf = new HashMap<>();
  private final Set<String> ofComponents = new HashSet<>();
  private final Set<String> networks = new TreeSet<>();
  private boolean nodesKnown;
  private boolean podsKnown;

  Whereabouts(Case subject) {
    addresses = Addresses.of(subject.facts());
    lives = PodLives.of(subject.facts());
    for (Snapshot snapshot : subject.facts().snapshots()) {
      nodesKnown |= !snapshot.nodes().isEmpty();
      for (Node node : snapshot.nodes()) {
        addressesOf.computeIfAbsent(node.name(), n -> new TreeSet<>()).addAll(node.addresses());
        node.addresses().forEach(a -> networks.add(network(a)));
      }
      for (Pod pod : snapshot.pods()) {
        Set<String> own = ownOf.computeIfAbsent(pod.uid(), u -> new TreeSet<>());
        own.addAll(pod.ips());
        own.addAll(pod.hostIps());
        nodeOf.putIfAbsent(pod.uid(), pod.node());
        podsKnown |= pod.ips().stream().anyMatch(ip -> !pod.hostIps().contains(ip));
        pod.ips().forEach(a -> networks.add(network(a)));
      }
    }
    for (Use use : subject.facts().audit().uses()) {
      String ip = use.client().sourceIp();
      if (!use.podUid().isEmpty()) {
        nodeOf.merge(use.podUid(), use.nodeName(), (a, b) -> a.isEmpty() ? b : a);
        podsAt.computeIfAbsent(ip, i -> new TreeSet<>()).add(use.podUid());
      } else if (use.username().startsWith("system:node:")
          || use.username().startsWith("system:kube-")) {
        ofComponents.add(ip);
      }
    }
    for (Use use : subject.facts().audit().uses()) {
      if (!use.podUid().isEmpty() && own(use)) {
        fromOwn.merge(use.podUid(), use.requests(), Long::sum);
      } else if (!use.podUid().isEmpty() && shared(use.client().sourceIp())) {
        agentsByWayOut
            .computeIfAbsent(use.podUid(), u -> new TreeSet<>())
            .add(use.client().userAgent());
      }
    }
  }

  /** Whether the input tells which addresses are the cluster's. */
  boolean known() {
    return nodesKnown && podsKnown;
  }

  /** Whether a request came from its token's own pod or from that pod's node. */
  private boolean own(Use use) {
    String ip = use.client().sourceIp();
    return ownOf.getOrDefault(use.podUid(), Set.of()).contains(ip)
        || addressesOf.getOrDefault(nodeOf.getOrDefault(use.podUid(), ""), Set.of()).contains(ip);
  }

  /**
   * Whether a pod's token was used where the pod is not. Only where the pod's own address is known
   * and it was seen there, where it was seen to leave by a shared one, or where the other address
   * is another pod's.
   */
  boolean elsewhere(Use use) {
    String ip = use.client().sourceIp();
    if (use.podUid().isEmpty()
        || ip.isEmpty()
        || loopback(ip)
        || own(use)
        || !ownOf.containsKey(use.podUid())
        || shared(ip)
        || ofComponents.contains(ip)) {
      return false;
    }
    if (otherPod(use).isPresent()) {
      return true;
    }
    // a pod that lost its sandbox comes back with another address of the same node
    boolean sameNode =
        addresses
            .nodeNear(ip)
            .filter(n -> n.equals(nodeOf.getOrDefault(use.podUid(), "")))
            .isPresent();
    return !sameNode && (fromOwn.getOrDefault(use.podUid(), 0L) > 0 || besidesItsWayOut(use));
  }

  /**
   * A pod that leaves by an address which it shares with others, and whose token another program
   * shows from outside. The same program from there may be the pod by a second way.
   */
  private boolean besidesItsWayOut(Use use) {
    Set<String> agents = agentsByWayOut.getOrDefault(use.podUid(), Set.of());
    return !agents.isEmpty()
        && !agents.contains(use.client().userAgent())
        && podsAt.getOrDefault(use.client().sourceIp(), Set.of()).size() == 1
        && outside(use.client().sourceIp());
  }

  /** The pod that has the address to itself at that time, where it is not the token's own. */
  Optional<PodLife> otherPod(Use use) {
    List<PodLife> there = new ArrayList<>();
    for (PodLife life : lives.withAddress(use.client().sourceIp())) {
      boolean known = ownOf.containsKey(life.uid());
      if (known && life.mayHaveRunAt(use.firstAt()) && life.mayHaveRunAt(use.lastAt())) {
        there.add(life);
      }
    }
    return there.size() == 1 && !there.get(0).uid().equals(use.podUid())
        ? Optional.of(there.get(0))
        : Optional.empty();
  }

  /** Whether an address is nowhere near the cluster's own ones, and no way out of it. */
  boolean outside(String ip) {
    return !ip.isEmpty()
        && !loopback(ip)
        && addresses.nodeNear(ip).isEmpty()
        && lives.withAddress(ip).isEmpty()
        && !networks.contains(network(ip))
        && !ofComponents.contains(ip)
        && !shared(ip);
  }

  private boolean shared(String ip) {
    long strangers =
        podsAt.getOrDefault(ip, Set.of()).stream()
            .filter(uid -> !ownOf.getOrDefault(uid, Set.of()).contains(ip))
            .count();
    return strangers >= SHARED;
  }

  private static boolean loopback(String ip) {
    return ip.startsWith("127.") || ip.equals("::1");
  }

  /** The first half of an IPv4 address, the first three groups of an IPv6 one. */
  private static String network(String ip) {
    String[] parts = ip.split("[.:]", -1);
    int take = ip.indexOf(':') >= 0 ? 3 : 2;
    return String.join(".", List.of(parts).subList(0, Math.min(take, parts.length)));
  }
}
