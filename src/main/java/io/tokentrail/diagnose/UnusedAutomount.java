package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.AccountObject;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Running pods whose injected API token nobody uses. Silence counts only where the log covers all
 * of the look-back and the account is at least as old.
 */
final class UnusedAutomount implements Cause {

  /** The volume that the ServiceAccount admission injects (plugin/pkg/admission/serviceaccount). */
  private static final String INJECTED = "kube-api-access-";

  /** A cluster makes requests every second; a day without any is a hole in the log. */
  private static final Duration HOLE = Duration.ofDays(1);

  @Override
  public CauseCode code() {
    return CauseCode.UNUSED_AUTOMOUNT;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Optional<Snapshot> latest =
        subject.facts().latestSnapshot().filter(s -> s.kinds().contains("pods"));
    Instant end = subject.facts().newest().orElse(Instant.EPOCH);
    Instant start = end.minus(subject.lookBack());
    if (latest.isEmpty()) {
      return new Verdict.NotChecked("a snapshot with pods");
    }
    if (!covers(subject.facts().audit(), start, end)) {
      return new Verdict.NotChecked(
          "an audit log without gaps over the look-back of "
              + Wording.count(subject.lookBack().toDays(), "day"));
    }
    Set<Account> active = active(subject, start);
    Map<Account, List<Pod>> mounts = new TreeMap<>();
    Map<Account, AccountObject> accounts = new TreeMap<>();
    latest.get().accounts().forEach(a -> accounts.putIfAbsent(a.account(), a));
    for (Pod pod : latest.get().pods()) {
      if (mountsInjected(pod) && !made(pod, accounts).isAfter(start)) {
        mounts.computeIfAbsent(pod.account(), a -> new ArrayList<>()).add(pod);
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    mounts.forEach(
        (account, pods) -> {
          if (!active.contains(account)) {
            found.add(diagnose(account, pods, start, subject));
          }
        });
    return found.isEmpty()
        ? new Verdict.Clear(Wording.count(mounts.size(), "account") + " of pods that mount a token")
        : new Verdict.Found(found);
  }

  private static boolean covers(AuditFacts audit, Instant start, Instant end) {
    Instant before = start;
    for (long minute :
        audit.files().stream()
            .flatMap(f -> f.minutes().keySet().stream())
            .mapToLong(Long::longValue)
            .sorted()
            .toArray()) {
      Instant at = Instant.ofEpochSecond(minute * 60);
      if (!at.isBefore(start)) {
        if (at.isAfter(before.plus(HOLE))) {
          return false;
        }
        before = at;
      }
    }
    return !end.isAfter(before.plus(HOLE));
  }

  /** Who was accepted, or may have been refused; alternatives of a sender count as well. */
  private static Set<Account> active(Case subject, Instant start) {
    Set<Account> active = new TreeSet<>();
    subject.facts().audit().uses().stream()
        .filter(u -> !u.lastAt().isBefore(start))
        .flatMap(u -> Account.ofUsername(u.username()).stream())
        .forEach(active::add);
    subject.failures().stream()
        .map(f -> f.sender())
        .flatMap(
            s ->
                Stream.concat(
                    s.account().stream(), s.alternatives().stream().map(a -> a.account())))
        .forEach(active::add);
    return active;
  }

  private static boolean mountsInjected(Pod pod) {
    return pod.phase().equals("Running")
        && pod.spec().tokenSources().stream()
            .anyMatch(s -> s.mounted() && s.volume().startsWith(INJECTED));
  }

  /** When the account was made; without its object, the pod. */
  private static Instant made(Pod pod, Map<Account, AccountObject> accounts) {
    return Optional.ofNullable(accounts.get(pod.account()))
        .flatMap(AccountObject::createdAt)
        .or(pod::createdAt)
        .orElse(Instant.MAX);
  }

  private static Diagnosis diagnose(Account account, List<Pod> pods, Instant start, Case subject) {
    Claim claim =
        new Claim(CauseCode.UNUSED_AUTOMOUNT, Subject.of(account))
            .severity(Severity.LOW)
            .confidence(0.85)
            .began(start)
            .ended(Claim.end(subject))
            .says(
                Wording.count(pods.size(), "pod")
                    + " ("
                    + Wording.some(pods.stream().map(Pod::name).toList())
                    + ") "
                    + (pods.size() == 1 ? "mounts" : "mount")
                    + " a token of "
                    + account
                    + ", which made no request in "
                    + Wording.count(subject.lookBack().toDays(), "day")
                    + ".");
    pods.stream()
        .limit(4)
        .forEach(p -> claim.shows(Evidence.at(p.place(), "a pod that mounts the token")));
    return claim
        .step(
            "set automountServiceAccountToken: false in the pod templates of "
                + Wording.namespace(account)
                + "/"
                + Wording.account(account)
                + "; that restarts them")
        .step(
            "watch them for a while: a library may need the token on an error path only, and would log"
                + " that its file is missing")
        .step(
            "kubectl get pods -n "
                + Wording.namespace(account)
                + " -o yaml | grep kube-api-access  # finds nothing of them when it worked")
        .in(subject);
  }
}
