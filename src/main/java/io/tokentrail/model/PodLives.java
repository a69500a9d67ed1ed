package io.tokentrail.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every pod that the input shows, as lives; by name, address and node. */
public final class PodLives implements Serializable {

  private static final long serialVersionUID = 1;

  private final List<PodLife> all;
  private final Map<String, List<PodLife>> byName = new HashMap<>();
  private final Map<String, List<PodLife>> byAddress = new HashMap<>();
  private final Map<String, List<PodLife>> byNode = new HashMap<>();

  private PodLives(List<PodLife> lives) {
    all = lives.stream().sorted().toList();
    for (PodLife life : all) {
      add(byName, life.namespace() + "/" + life.name(), life);
      add(byNode, life.node(), life);
      if (!life.hostNetwork()) {
        new TreeSet<>(life.ips()).forEach(ip -> add(byAddress, ip, life));
      }
    }
  }

  private static void add(Map<String, List<PodLife>> index, String key, PodLife life) {
    if (!key.isEmpty()) {
      index.computeIfAbsent(key, k -> new ArrayList<>()).add(life);
    }
  }

  /** Puts the lives together. */
  public static PodLives of(Facts facts) {
    Map<String, Draft> drafts = new TreeMap<>();
    for (Snapshot snapshot : facts.snapshots()) {
      for (Pod pod : snapshot.pods()) {
        if (pod.namespace().isEmpty() || pod.spec().serviceAccount().isEmpty()) {
          continue;
        }
        draft(drafts, pod.namespace(), pod.name(), pod.uid()).see(pod, snapshot.at());
      }
    }
    for (Use use : facts.audit().uses()) {
      Optional<Account> account = Account.ofUsername(use.username());
      if (!use.podName().isEmpty() && account.isPresent()) {
        draft(drafts, account.get().namespace(), use.podName(), use.podUid())
            .see(account.get(), use.nodeName(), use.firstAt(), use.lastAt())
            .from(use.client().sourceIp());
      }
    }
    for (TokenRequest request : facts.audit().tokenRequests()) {
      if (!request.podName().isEmpty() && request.granted()) {
        draft(drafts, request.account().namespace(), request.podName(), request.podUid())
            .see(request.account(), request.node(), request.receivedAt(), request.answeredAt());
      }
    }
    create(drafts, facts.audit().changes());
    Map<String, List<Draft>> named = new TreeMap<>();
    drafts.values().forEach(d -> named.computeIfAbsent(d.key(), k -> new ArrayList<>()).add(d));
    for (ObjectChange change : facts.audit().changes()) {
      Target target = change.target();
      if (change.succeeded() && target.resource().equals("pods")) {
        change(named.getOrDefault(target.namespace() + "/" + target.name(), List.of()), change);
      }
    }
    for (Snapshot snapshot : facts.snapshots()) {
      if (snapshot.kinds().contains("pods")) {
        drafts.values().forEach(d -> d.missedBy(snapshot.at()));
      }
    }
    Addresses addresses = Addresses.of(facts);
    drafts.values().forEach(d -> d.place(addresses));
    return new PodLives(drafts.values().stream().map(Draft::life).toList());
  }

  /** Pods whose creation is in the log with its body: they may be in no snapshot. */
  private static void create(Map<String, Draft> drafts, List<ObjectChange> changes) {
    for (ObjectChange change : changes) {
      Target target = change.target();
      String account = change.facts().getOrDefault("serviceAccountName", "");
      if (change.succeeded()
          && change.verb().equals("create")
          && target.resource().equals("pods")
          && target.subresource().isEmpty()
          && !target.namespace().isEmpty()
          && !target.name().isEmpty()
          && !target.uid().isEmpty()
          && !account.isEmpty()) {
        draft(drafts, target.namespace(), target.name(), target.uid())
            .see(new Account(target.namespace(), account), "", change.at(), change.at())
            .createdAt(change.at());
      }
    }
  }

  private static void change(List<Draft> drafts, ObjectChange change) {
    boolean deleted = change.verb().equals("delete") && change.target().subresource().isEmpty();
    boolean bound = change.target().subresource().equals("binding");
    for (Draft draft : drafts) {
      String uid = change.target().uid();
      boolean same = uid.isEmpty() || draft.uid.isEmpty() || uid.equals(draft.uid);
      if (same && deleted && (!uid.isEmpty() || !change.at().isBefore(draft.lastProof))) {
        draft.goneAt = change.at();
      } else if (same && bound) {
        draft.boundAt(change);
      } else if (same && !uid.isEmpty()) {
        draft.addressed(change.facts().getOrDefault("podIP", ""), change.at());
      }
    }
  }

  private static Draft draft(Map<String, Draft> drafts, String namespace, String name, String uid) {
    return drafts.computeIfAbsent(
        namespace + "/" + name + "/" + uid, k -> new Draft(namespace, name, uid));
  }

  public List<PodLife> all() {
    return all;
  }

  /** Lives of this name, oldest first. */
  public List<PodLife> named(String namespace, String name) {
    return byName.getOrDefault(namespace + "/" + name, List.of());
  }

  /** Lives that had this address to themselves at some time; host-network pods are not in here. */
  public List<PodLife> withAddress(String ip) {
    return byAddress.getOrDefault(ip, List.of());
  }

  public List<PodLife> onNode(String node) {
    return byNode.getOrDefault(node, List.of());
  }

  private static final class Draft {
    private final String namespace;
    private final String name;
    private final String uid;
    private Optional<Account> account = Optional.empty();
    private String node = "";
    private List<String> ips = List.of();
    private final Set<String> clients = new TreeSet<>();
    private Optional<PodSpec> spec = Optional.empty();
    private Optional<Instant> createdAt = Optional.empty();
    private Instant firstProof = Instant.MAX;
    private Instant lastProof = Instant.MIN;
    private boolean finished;
    private Instant goneAt = Instant.MAX;

    Draft(String namespace, String name, String uid) {
      this.namespace = namespace;
      this.name = name;
      this.uid = uid;
    }

    String key() {
      return namespace + "/" + name;
    }

    void see(Pod pod, Instant at) {
      account = Optional.of(pod.account());
      node = pod.node().isEmpty() ? node : pod.node();
      ips = pod.ips().isEmpty() ? ips : pod.ips();
      spec = Optional.of(pod.spec());
      createdAt = pod.createdAt();
      pod.createdAt().ifPresent(this::proof);
      if (pod.finished()) {
        // it stands in the snapshot, but nothing in it runs any more
        finished = true;
        pod.startedAt().ifPresent(this::proof);
        goneAt = at.isBefore(goneAt) ? at : goneAt;
      } else {
        proof(at);
      }
    }

    Draft see(Account of, String on, Instant from, Instant to) {
      account = Optional.of(of);
      node = node.isEmpty() ? on : node;
      proof(from);
      proof(to);
      return this;
    }

    void from(String ip) {
      clients.add(ip);
    }

    void place(Addresses addresses) {
      List<String> own =
          clients.stream()
              .filter(ip -> addresses.nodeAt(ip).isEmpty() && !addresses.isWayOut(ip))
              .toList();
      if (ips.isEmpty() && own.size() == 1) {
        ips = own;
      }
      if (node.isEmpty()) {
        Set<String> nodes = new TreeSet<>();
        clients.forEach(ip -> addresses.nodeNear(ip).ifPresent(nodes::add));
        node = nodes.size() == 1 ? nodes.iterator().next() : "";
      }
    }

    void boundAt(ObjectChange binding) {
      if (createdAt.isEmpty() && !binding.at().isAfter(firstProof)) {
        createdAt = Optional.of(binding.at());
      }
      node = node.isEmpty() ? binding.facts().getOrDefault("node", "") : node;
    }

    void createdAt(Instant at) {
      createdAt = createdAt.isEmpty() ? Optional.of(at) : createdAt;
    }

    /** Its kubelet reported its address. */
    void addressed(String ip, Instant at) {
      if (!ip.isEmpty()) {
        ips = ips.isEmpty() ? List.of(ip) : ips;
        proof(at);
      }
    }

    void missedBy(Instant snapshotAt) {
      if (snapshotAt.isAfter(lastProof) && goneAt.equals(Instant.MAX)) {
        goneAt = snapshotAt;
      }
    }

    private void proof(Instant at) {
      firstProof = at.isBefore(firstProof) ? at : firstProof;
      lastProof = at.isAfter(lastProof) ? at : lastProof;
    }

    PodLife life() {
      return new PodLife(
          namespace,
          name,
          uid,
          account,
          node,
          ips,
          spec.map(PodSpec::hostNetwork).orElse(false),
          spec,
          createdAt,
          firstProof.isAfter(lastProof) ? goneAt : firstProof,
          firstProof.isAfter(lastProof) ? goneAt : lastProof,
          finished,
          goneAt.equals(Instant.MAX) ? Optional.empty() : Optional.of(goneAt));
    }
  }
}
