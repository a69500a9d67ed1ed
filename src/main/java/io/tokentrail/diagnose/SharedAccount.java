package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Unrelated workloads that run as one service account: a 401 names at best the account, so it does
 * not tell which of them failed.
 */
final class SharedAccount implements Cause {

  /** The name of a ReplicaSet or a CronJob's Job: its controller's, and a suffix. */
  private static final String SUFFIX = "-[0-9a-z]+$";

  @Override
  public CauseCode code() {
    return CauseCode.SHARED_ACCOUNT;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Optional<Snapshot> latest = subject.facts().latestSnapshot();
    if (latest.isEmpty() || !latest.get().kinds().contains("pods")) {
      return new Verdict.NotChecked("a snapshot with pods");
    }
    Map<Account, TreeMap<String, Pod>> users = new TreeMap<>();
    for (Pod pod : latest.get().pods()) {
      if (!pod.finished() && carriesToken(pod, latest.get())) {
        users
            .computeIfAbsent(pod.account(), a -> new TreeMap<>())
            .merge(workload(pod), pod, (a, b) -> a.name().compareTo(b.name()) <= 0 ? a : b);
      }
    }
    Set<Account> failed =
        subject.failures().stream()
            .map(Attributed::sender)
            .flatMap(s -> s.account().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    List<Diagnosis> found = new ArrayList<>();
    users.forEach(
        (account, workloads) -> {
          // Two leave one other suspect, which a pod's address settles; from three on it is a
          // crowd.
          boolean own = account.namespace().equals("kube-system") && !failed.contains(account);
          if (!own && crowd(account, workloads.keySet()) >= subject.thresholds().sharedBy()) {
            found.add(diagnose(account, workloads, failed.contains(account), subject));
          }
        });
    return found.isEmpty()
        ? new Verdict.Clear(Wording.count(users.size(), "account") + " of running pods")
        : new Verdict.Found(found);
  }

  /** A pod without a token cannot be refused for one; so static pods do not count. */
  private static boolean carriesToken(Pod pod, Snapshot snapshot) {
    return pod.spec().tokenSources().stream().anyMatch(s -> s.mounted())
        || snapshot.tokenSecrets().stream()
            .anyMatch(s -> isOf(pod, s) && pod.spec().secrets().contains(s.name()));
  }

  private static boolean isOf(Pod pod, TokenSecret secret) {
    return secret.namespace().equals(pod.namespace())
        && secret.serviceAccount().equals(pod.spec().serviceAccount());
  }

  /**
   * The top-level controller. Pods without one, and runs that nobody repeats, are told apart by
   * kind only: a hundred runs of one pipeline are one workload.
   */
  private static String workload(Pod pod) {
    String owner = pod.owner();
    int slash = owner.indexOf('/');
    String kind = slash < 0 ? "" : owner.substring(0, slash);
    String name = owner.substring(slash + 1);
    return switch (kind) {
      case "" -> "Pod";
      case "ReplicaSet" -> "Deployment/" + name.replaceFirst(SUFFIX, "");
      case "Job" -> name.matches(".*-\\d+") ? "CronJob/" + name.replaceFirst(SUFFIX, "") : "Job";
      case "Deployment", "StatefulSet", "DaemonSet", "ReplicationController" -> owner;
      default -> kind;
    };
  }

  /** How many unrelated ones there are: those that carry the account's name are one product. */
  private static long crowd(Account account, Set<String> workloads) {
    return workloads.stream()
        .map(w -> w.substring(w.indexOf('/') + 1))
        .map(n -> (n + "-").startsWith(account.name() + "-") ? account.name() : n)
        .distinct()
        .count();
  }

  private static Diagnosis diagnose(
      Account account, Map<String, Pod> workloads, boolean failed, Case subject) {
    Claim claim =
        new Claim(CauseCode.SHARED_ACCOUNT, Subject.of(account))
            .severity(Severity.LOW)
            .confidence(0.95)
            .began(subject.facts().latestSnapshot().map(Snapshot::at).orElse(Claim.end(subject)))
            .says(
                Wording.count(workloads.size(), "workload")
                    + " ("
                    + Wording.some(workloads.keySet())
                    + ") run as "
                    + account
                    + (failed
                        ? "; its 401s do not tell which of them failed."
                        : "; a 401 of it would not tell which of them failed."));
    workloads.entrySet().stream()
        .limit(4)
        .forEach(w -> claim.shows(Evidence.at(w.getValue().place(), "a pod of " + w.getKey())));
    return claim
        .step(
            "kubectl get pods -n "
                + Wording.namespace(account)
                + " --field-selector spec.serviceAccountName="
                + Wording.account(account)
                + " -o wide")
        .step(
            "create one service account for each workload, bind each to the rights that it needs,"
                + " and set serviceAccountName in its pod template, which restarts its pods")
        .step("the first command lists one workload only when it worked")
        .in(subject);
  }
}
