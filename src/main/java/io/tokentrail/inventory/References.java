package io.tokentrail.inventory;

import io.tokentrail.model.AccountObject;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Workload;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who names a Secret: pods, pod templates (scaled to zero and suspended ones too), pull secrets and
 * annotations of service accounts. An account's {@code .secrets} is no reference: it says who made
 * the Secret, not who needs it.
 */
final class References {

  /** Kinds without which a reference cannot be ruled out. */
  private static final List<String> NEEDED = List.of("pods", "serviceaccounts", "deployments");

  /** Further kinds with pod templates; a cluster may have none of one of them. */
  private static final List<String> FURTHER = List.of("cronjobs", "daemonsets", "statefulsets");

  private References() {}

  /** Everything that names this Secret, as {@code Kind/namespace/name}. */
  static SortedSet<String> to(TokenSecret secret, Snapshot snapshot) {
    SortedSet<String> found = new TreeSet<>();
    for (Pod pod : snapshot.pods()) {
      if (pod.namespace().equals(secret.namespace())
          && pod.spec().secrets().contains(secret.name())) {
        found.add("Pod/" + pod.namespace() + "/" + pod.name());
      }
    }
    for (Workload workload : snapshot.workloads()) {
      if (workload.ref().namespace().equals(secret.namespace())
          && workload.template().secrets().contains(secret.name())) {
        found.add(workload.ref().toString());
      }
    }
    for (AccountObject account : snapshot.accounts()) {
      if (account.account().namespace().equals(secret.namespace())
          && (account.imagePullSecrets().contains(secret.name())
              || account.annotations().containsValue(secret.name()))) {
        found.add(
            "ServiceAccount/" + account.account().namespace() + "/" + account.account().name());
      }
    }
    return found;
  }

  /**
   * The kinds of objects that would have to be in the snapshot before a reference is ruled out, and
   * are not. A snapshot that holds Deployments and two more kinds of controllers was collected
   * broadly: a kind that it lacks is one that the cluster does not have.
   */
  static SortedSet<String> missing(Snapshot snapshot) {
    SortedSet<String> missing = new TreeSet<>(NEEDED);
    missing.removeAll(snapshot.kinds());
    SortedSet<String> further = unlisted(snapshot);
    if (further.size() > 1) {
      missing.addAll(further);
    }
    return missing;
  }

  /** The kinds of controllers of which the snapshot lists none: an answer names them. */
  static SortedSet<String> unlisted(Snapshot snapshot) {
    SortedSet<String> further = new TreeSet<>(FURTHER);
    further.removeAll(snapshot.kinds());
    return further;
  }
}
