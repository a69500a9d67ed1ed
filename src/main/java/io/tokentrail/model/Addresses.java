package io.tokentrail.model;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which node an address belongs to: its own addresses for certain, its pods' by the range that the
 * cluster gives each node (the controller manager's node IPAM: one /24 a node unless set
 * otherwise).
 */
public final class Addresses implements Serializable {

  private static final long serialVersionUID = 1;

  private final Map<String, String> nodes = new TreeMap<>();
  private final Map<String, Set<String>> ranges = new TreeMap<>();

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
        out.nodes.putIfAbsent(request.client().sourceIp(), request.node());
      }
    }
    for (Use use : facts.audit().uses()) {
      if (use.username().startsWith(TokenRequest.NODE_PREFIX)
          && use.client().userAgent().startsWith("kubelet/")) {
        out.nodes.putIfAbsent(
            use.client().sourceIp(), use.username().substring(TokenRequest.NODE_PREFIX.length()));
      }
    }
    return out;
  }

  private void range(String ip, String node) {
    int dot = ip.lastIndexOf('.');
    if (dot > 0) {
      ranges.computeIfAbsent(ip.substring(0, dot), r -> new TreeSet<>()).add(node);
    }
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
    int dot = ip.lastIndexOf('.');
    Set<String> near = dot < 0 ? Set.of() : ranges.getOrDefault(ip.substring(0, dot), Set.of());
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
