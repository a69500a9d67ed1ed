package io.tokentrail.evidence;

import io.tokentrail.evidence.Controls.Outcome;
import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Control;
import io.tokentrail.model.Control.Status;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * CIS 5.1.6: a pod that holds an API token should need one. A request of its account shows the
 * need; silence shows the lack of it only when it lasts.
 */
final class MountedTokens {

  /**
   * What needs the API asks it at least daily: controllers watch, scheduled jobs mostly run at
   * night. Shorter silence decides nothing.
   */
  static final Duration LONG_SILENCE = Duration.ofDays(1);

  private MountedTokens() {}

  static Control check(Case c, List<Finding> findings) {
    return outcome(c)
        .as(
            "5.1.6",
            "Ensure that Service Account Tokens are only mounted where necessary",
            Controls.ids(findings, Set.of(CauseCode.UNUSED_AUTOMOUNT)));
  }

  private static Outcome outcome(Case c) {
    Optional<Snapshot> snapshot = Seen.podSnapshot(c);
    Optional<Interval> span = c.facts().audit().span();
    boolean logged = Seen.requests(c) && span.isPresent();
    if (snapshot.isEmpty() || !logged) {
      return Outcome.missing(
          !logged && snapshot.isEmpty()
              ? "A snapshot of pods and an audit log that shows requests of service"
                  + " accounts are missing."
              : snapshot.isEmpty()
                  ? "A snapshot of pods is missing: it tells which ones mount a token."
                  : "An audit log that shows requests of service accounts is missing: it tells"
                      + " which tokens are used.");
    }
    List<Pod> mounting = Seen.mounting(snapshot.get());
    Set<Account> active = Seen.active(c);
    List<Pod> silent = mounting.stream().filter(p -> !active.contains(p.account())).toList();
    String covered = Seen.covered(span.get());
    if (silent.isEmpty()) {
      return new Outcome(
          Status.PASS,
          "%s an API token; every account among them made a request in the %s covered."
              .formatted(mounts(mounting.size()), covered),
          List.of());
    }
    List<Pod> lasting =
        silent.stream().filter(p -> watched(p, span.get()).compareTo(LONG_SILENCE) >= 0).toList();
    Set<Account> accounts = new TreeSet<>();
    silent.forEach(p -> accounts.add(p.account()));
    String seen =
        "%s an API token; for %d of them the account (%s) made no request in the %s covered"
            .formatted(mounts(mounting.size()), silent.size(), Controls.names(accounts), covered);
    List<Evidence> evidence =
        (lasting.isEmpty() ? silent : lasting)
            .stream().map(p -> Evidence.at(p.place(), "mounts a token of " + p.account())).toList();
    return lasting.isEmpty()
        ? new Outcome(
            Status.MANUAL,
            seen + "; none of these pods was watched for a day, so its owner must say.",
            evidence)
        : new Outcome(
            Status.FAIL,
            seen + "; %s watched for a day or longer.".formatted(were(lasting.size())),
            evidence);
  }

  private static String mounts(int pods) {
    return pods == 1 ? "1 running pod mounts" : pods + " running pods mount";
  }

  private static String were(int pods) {
    return pods == 1 ? "1 was" : pods + " were";
  }

  /** How long the log ran while the pod was there. */
  private static Duration watched(Pod pod, Interval span) {
    Instant from = pod.createdAt().orElse(span.to());
    Instant begin = from.isAfter(span.from()) ? from : span.from();
    return Duration.between(begin, span.to());
  }
}
