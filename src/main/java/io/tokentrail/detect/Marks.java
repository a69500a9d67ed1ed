package io.tokentrail.detect;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Mark;
import io.tokentrail.model.Node;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.PodLives;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Target;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody did to the cluster, or what befell its nodes: roll-outs, deletions, invalidated
 * tokens, node conditions. What controllers do all day (a kubelet removes a finished pod, the
 * Deployment controller its old ReplicaSet) is left out.
 */
public final class Marks {

  /** A page has room for so many; those that touch a refused sender come first. */
  static final int MOST = 200;

  private static final Map<String, String> WORKLOADS =
      Map.of(
          "deployments", "Deployment",
          "daemonsets", "DaemonSet",
          "statefulsets", "StatefulSet",
          "cronjobs", "CronJob");

  private static final Map<String, String> DELETED =
      Map.of(
          "pods", "Pod",
          "secrets", "Secret",
          "serviceaccounts", "ServiceAccount",
          "nodes", "Node",
          "deployments", "Deployment",
          "daemonsets", "DaemonSet",
          "statefulsets", "StatefulSet",
          "csidrivers", "CSIDriver");

  private static final Map<String, String> PAST =
      Map.of("create", "created", "update", "updated", "patch", "patched");
  private static final Set<String> DELETING = Set.of("delete", "deletecollection");
  private static final String INVALID_SINCE = "legacy-token-invalid-since";

  private final Facts facts;
  private final PodLives lives;
  private final Map<ObjectRef, Account> owners = new HashMap<>();

  private Marks(Facts facts) {
    this.facts = facts;
    this.lives = PodLives.of(facts);
    for (Snapshot snapshot : facts.snapshots()) {
      for (Workload w : snapshot.workloads()) {
        own(w.ref(), w.ref().namespace(), w.template().serviceAccount());
      }
      for (TokenSecret s : snapshot.tokenSecrets()) {
        own(s.ref(), s.namespace(), s.serviceAccount());
      }
    }
  }

  private void own(ObjectRef ref, String namespace, String account) {
    if (!namespace.isEmpty() && !account.isEmpty()) {
      owners.put(ref, new Account(namespace, account));
    }
  }

  /** All of them in time, at most {@value #MOST}. */
  public static List<Mark> of(Facts facts, List<Attributed> failures) {
    Set<Account> refused = new HashSet<>();
    Set<String> nodes = new HashSet<>();
    for (Attributed a : failures) {
      a.sender().account().ifPresent(refused::add);
      nodes.add(a.sender().node());
    }
    nodes.remove("");
    return new Marks(facts)
        .all().stream()
            .sorted(
                Comparator.comparing(
                        (Mark m) ->
                            m.account().filter(refused::contains).isEmpty()
                                && !nodes.contains(m.node()))
                    .thenComparing(m -> m))
            .limit(MOST)
            .sorted()
            .toList();
  }

  private Set<Mark> all() {
    Set<Mark> all = new TreeSet<>();
    for (ObjectChange change : facts.audit().changes()) {
      if (change.succeeded() && !routine(change.user())) {
        mark(change).ifPresent(all::add);
      }
    }
    for (Snapshot snapshot : facts.snapshots()) {
      for (Node node : snapshot.nodes()) {
        all.addAll(conditions(node));
      }
    }
    return all;
  }

  /** Kubelets and the control plane's own controllers. */
  private static boolean routine(String user) {
    return user.startsWith("system:node:")
        || user.startsWith("system:serviceaccount:kube-system:")
        || user.equals("system:kube-controller-manager")
        || user.equals("system:kube-scheduler")
        || user.equals("system:apiserver");
  }

  private Optional<Mark> mark(ObjectChange change) {
    Target target = change.target();
    boolean evicted = target.subresource().equals("eviction");
    if (DELETING.contains(change.verb()) || evicted) {
      String kind = DELETED.get(target.resource());
      return kind == null || (!target.subresource().isEmpty() && !evicted)
          ? Optional.empty()
          : of(change, Mark.Kind.DELETION, kind, evicted ? "evicted" : "deleted");
    }
    if (!PAST.containsKey(change.verb())) {
      return Optional.empty();
    }
    if (target.resource().equals("secrets") && change.facts().containsKey(INVALID_SINCE)) {
      return of(change, Mark.Kind.INVALIDATION, "Secret", "marked invalid");
    }
    String kind = WORKLOADS.get(target.resource());
    return kind == null
        ? Optional.empty()
        : of(
            change,
            Mark.Kind.ROLLOUT,
            kind,
            target.subresource().equals("scale") ? "scaled" : PAST.get(change.verb()));
  }

  private Optional<Mark> of(ObjectChange change, Mark.Kind kind, String object, String deed) {
    Target target = change.target();
    String name = target.name().isEmpty() ? "all of a kind" : target.name();
    ObjectRef ref = new ObjectRef(object, target.namespace(), name);
    Optional<PodLife> life =
        object.equals("Pod")
            ? lives.named(target.namespace(), name).stream().findFirst()
            : Optional.empty();
    Optional<Account> account =
        object.equals("ServiceAccount") && !target.namespace().isEmpty()
            ? Optional.of(new Account(target.namespace(), name))
            : life.isPresent() ? life.get().account() : Optional.ofNullable(owners.get(ref));
    return Optional.of(
        new Mark(
            change.at(),
            kind,
            ref,
            account,
            object.equals("Node") ? name : life.map(PodLife::node).orElse(""),
            deed + (change.user().isEmpty() ? "" : " by " + change.user()),
            Evidence.at(change.place(), "")));
  }

  private static List<Mark> conditions(Node node) {
    List<Mark> all = new ArrayList<>();
    for (Node.Condition c : node.conditions()) {
      boolean bad = c.type().equals("Ready") != c.status().equals("True");
      if (bad && c.changedAt().isPresent()) {
        all.add(
            new Mark(
                c.changedAt().get(),
                Mark.Kind.CONDITION,
                new ObjectRef("Node", "", node.name()),
                Optional.empty(),
                node.name(),
                c.type().equals("Ready") ? "not ready: " + c.reason() : c.type(),
                Evidence.at(node.place(), "")));
      }
    }
    return all;
  }
}
