package io.tokentrail.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which node an address belongs to: its own addresses for certain, its pods' by the range that the
 * cluster gives each node (the controller manager's node IPAM: one /24 or /64 a node unless set
 * otherwise). An address that the kubelets of several nodes come from is none's: a load balancer or
 * gateway stands between them and the API server. So is one that pods of several nodes come from at
 * the same time: kubelets may have a way of their own.
 */
public final class Addresses implements Serializable {

  private static final long serialVersionUID = 1;

  private final Map<String, String> nodes = new TreeMap<>();
  private final Map<String, Set<String>> ranges = new TreeMap<>();
  private final Map<String, Set<String>> kubelets = new TreeMap<>();
  private final Set<String> podsWaysOut = new TreeSet<>();

  /** One copied token is seen from another pod's address; so many pods are not. */
  private static final int PODS_OF_A_WAY_OUT = 3;

  /** From when to when a pod was served at an address. */
  private record Stay(Instant from, Instant to, String node, String podUid)
      implements Comparable<Stay> {
    private static final Comparator<Stay> ORDER =
        Comparator.comparing(Stay::from).thenComparing(Stay::to).thenComparing(Stay::podUid);

    @Override
    public int compareTo(Stay other) {
      return ORDER.compare(this, other);
    }
  }

  private Addresses() {}

  /** Reads them from snapshots and from what kubelets send. */
  public static Addresses of(Facts facts) {
    Addresses out = new Addresses();
    for (Snapshot snapshot : facts.snapshots()) {
      for (Node node : snapshot.nodes()) {
        node.addresses().forEach(ip -> out.nodes.put(ip, node.name()));
      }
      for (Pod pod : snapshot.pods()) {
        if (!pod.node().isEmpty()) {
          pod.hostIps().forEach(ip -> out.nodes.putIfAbsent(ip, pod.node()));
          if (!pod.spec().hostNetwork()) {
            pod.ips().forEach(ip -> out.range(ip, pod.node()));
          }
        }
      }
    }
    for (TokenRequest request : facts.audit().tokenRequests()) {
      if (!request.node().isEmpty()) {
        out.kubelet(request.client().sourceIp(), request.node());
      }
    }
    for (Use use : facts.audit().uses()) {
      if (use.username().startsWith(TokenRequest.NODE_PREFIX)
          && use.client().userAgent().startsWith("kubelet/")) {
        out.kubelet(
            use.client().sourceIp(), use.username().substring(TokenRequest.NODE_PREFIX.length()));
      }
    }
    out.kubelets.forEach(
        (ip, nodes) -> {
          if (nodes.size() == 1) {
            out.nodes.putIfAbsent(ip, nodes.iterator().next());
          } else {
            out.nodes.remove(ip);
          }
        });
    out.podsWaysOut(facts);
    return out;
  }

  private void podsWaysOut(Facts facts) {
    Map<String, String> nodeOf = new TreeMap<>();
    Set<String> own = new TreeSet<>(nodes.keySet());
    for (Snapshot snapshot : facts.snapshots()) {
      for (Pod pod : snapshot.pods()) {
        nodeOf.put(pod.uid(), pod.node());
        own.addAll(pod.ips());
      }
    }
    Map<String, List<Stay>> stays = new TreeMap<>();
    for (Use use : facts.audit().uses()) {
      String ip = use.client().sourceIp();
      String node =
          use.nodeName().isEmpty() ? nodeOf.getOrDefault(use.podUid(), "") : use.nodeName();
      if (!ip.isEmpty() && !own.contains(ip) && !use.podUid().isEmpty() && !node.isEmpty()) {
        stays
            .computeIfAbsent(ip, i -> new ArrayList<>())
            .add(new Stay(use.firstAt(), use.lastAt(), node, use.podUid()));
      }
    }
    stays.forEach(
        (ip, there) -> {
          if (there.stream().map(Stay::podUid).distinct().count() >= PODS_OF_A_WAY_OUT
              && severalNodesAtOnce(there)) {
            podsWaysOut.add(ip);
          }
        });
  }

  /** An address that one node's pods gave up may be another's later, but not meanwhile. */
  private static boolean severalNodesAtOnce(List<Stay> there) {
    Map<String, Instant> until = new TreeMap<>();
    for (Stay stay : there.stream().sorted().toList()) {
      for (Map.Entry<String, Instant> node : until.entrySet()) {
        if (!node.getKey().equals(stay.node) && node.getValue().isAfter(stay.from)) {
          return true;
        }
      }
      until.merge(stay.node, stay.to, (a, b) -> a.isAfter(b) ? a : b);
    }
    return false;
  }

  private void kubelet(String ip, String node) {
    if (!ip.isEmpty()) {
      kubelets.computeIfAbsent(ip, k -> new TreeSet<>()).add(node);
    }
  }

  private void range(String ip, String node) {
    String range = rangeOf(ip);
    if (!range.isEmpty()) {
      ranges.computeIfAbsent(range, r -> new TreeSet<>()).add(node);
    }
  }

  /** The /24 of an IPv4 address, the /64 of an IPv6 one; empty for anything else. */
  private static String rangeOf(String ip) {
    if (ip.indexOf(':') < 0) {
      return ip.substring(0, Math.max(0, ip.lastIndexOf('.')));
    }
    int gap = ip.indexOf("::");
    List<String> groups =
        new ArrayList<>(List.of((gap < 0 ? ip : ip.substring(0, gap)).split(":", -1)));
    int behind =
        gap < 0 || gap + 2 == ip.length() ? 0 : ip.substring(gap + 2).split(":", -1).length;
    while (gap >= 0 && groups.size() + behind < 8) {
      groups.add("0");
    }
    if (behind > 0 && groups.size() < 4) {
      groups.addAll(List.of(ip.substring(gap + 2).split(":", -1)));
    }
    return groups.size() < 4 ? "" : String.join(":", groups.subList(0, 4)) + ":";
  }

  /** Whether kubelets or pods of several nodes come from this address. */
  public boolean isWayOut(String ip) {
    return kubelets.getOrDefault(ip, Set.of()).size() > 1 || podsWaysOut.contains(ip);
  }

  /** The node that has this address itself; empty when none is known to. */
  public String nodeAt(String ip) {
    return nodes.getOrDefault(ip, "");
  }

  /** The node that this address is on: its own, or of the range that only its pods are in. */
  public Optional<String> nodeNear(String ip) {
    String own = nodeAt(ip);
    if (!own.isEmpty()) {
      return Optional.of(own);
    }
    Set<String> near = ranges.getOrDefault(rangeOf(ip), Set.of());
    return near.size() == 1 ? Optional.of(near.iterator().next()) : Optional.empty();
  }

  /**
   * Whether it is from a range that clusters give to pods and nodes: RFC 1918, RFC 6598 (carrier
   * grade NAT) and RFC 4193 (unique local).
   */
  public static boolean ofPrivateUse(String ip) {
    String[] parts = ip.split("[.:]", 3);
    if (ip.indexOf(':') >= 0) {
      return parts[0].length() == 4 && (parts[0].startsWith("fc") || parts[0].startsWith("fd"));
    }
    if (parts.length < 3 || !parts[1].matches("\\d{1,3}")) {
      return false;
    }
    int second = Integer.parseInt(parts[1]);
    return switch (parts[0]) {
      case "10" -> true;
      case "172" -> second >= 16 && second < 32;
      case "192" -> second == 168;
      case "100" -> second >= 64 && second < 128;
      default -> false;
    };
  }
}
