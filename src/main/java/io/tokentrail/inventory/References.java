package io.tokentrail.inventory;

import io.tokentrail.model.AccountObject;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Workload;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who names a Secret: pods, pod templates (scaled to zero and suspended ones too), pull secrets and
 * annotations of service accounts. An account's {@code .secrets} is no reference: it says who made
 * the Secret, not who needs it.
 */
final class References {

  private final Map<String, SortedSet<String>> bySecret = new HashMap<>();

  private References() {}

  /** Everything that these snapshots name, indexed once. */
  static References in(List<Snapshot> snapshots) {
    References all = new References();
    for (Snapshot snapshot : snapshots) {
      for (Pod pod : snapshot.pods()) {
        all.add(pod.namespace(), pod.spec().secrets(), "Pod", pod.name());
      }
      for (Workload workload : snapshot.workloads()) {
        all.add(
            workload.ref().namespace(),
            workload.template().secrets(),
            workload.ref().kind(),
            workload.ref().name());
      }
      for (AccountObject account : snapshot.accounts()) {
        String namespace = account.account().namespace();
        String name = account.account().name();
        all.add(namespace, account.imagePullSecrets(), "ServiceAccount", name);
        all.add(namespace, account.annotations().values(), "ServiceAccount", name);
      }
    }
    return all;
  }

  private void add(String namespace, Iterable<String> secrets, String kind, String name) {
    for (String secret : secrets) {
      bySecret
          .computeIfAbsent(namespace + "/" + secret, s -> new TreeSet<>())
          .add(kind + "/" + namespace + "/" + name);
    }
  }

  /** Everything that names this Secret, as {@code Kind/namespace/name}. */
  SortedSet<String> to(TokenSecret secret) {
    return bySecret.getOrDefault(
        secret.namespace() + "/" + secret.name(), Collections.emptySortedSet());
  }
}
