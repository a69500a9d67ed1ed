package io.tokentrail.evidence;

import io.tokentrail.evidence.Controls.Outcome;
import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Control;
import io.tokentrail.model.Control.Status;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * CIS 5.1.5: every namespace has an account {@code default}, which a pod gets that names none.
 * Requests of one decide, and so does a running pod that holds its token.
 */
final class DefaultAccounts {

  private static final Set<CauseCode> USES =
      Set.of(CauseCode.LEGACY_TOKEN_IN_USE, CauseCode.STALE_TOKEN_USE);

  private DefaultAccounts() {}

  static Control check(Case c, List<Finding> findings) {
    return outcome(c)
        .as(
            "5.1.5",
            "Ensure that default service accounts are not actively used",
            Controls.ids(findings, DefaultAccounts::bears));
  }

  /** Findings about a default account's requests; an unused token of one is no use. */
  private static boolean bears(Finding finding) {
    Diagnosis diagnosis = finding.diagnosis();
    return diagnosis.cause() == CauseCode.DEFAULT_ACCOUNT_USED
        || (diagnosis.subject().account().map(DefaultAccounts::is).orElse(false)
            && (diagnosis.cause().failure() || USES.contains(diagnosis.cause())));
  }

  private static boolean is(Account account) {
    return account.name().equals("default");
  }

  private static Outcome outcome(Case c) {
    List<Use> uses =
        c.facts().audit().uses().stream()
            .filter(u -> Seen.account(u).map(DefaultAccounts::is).orElse(false))
            .toList();
    Optional<Snapshot> snapshot = Seen.podSnapshot(c);
    List<Pod> pods =
        snapshot.map(Seen::mounting).orElse(List.of()).stream()
            .filter(p -> is(p.account()))
            .toList();
    boolean logged = Seen.requests(c);
    Optional<Interval> span = c.facts().audit().span();
    if (!uses.isEmpty() || !pods.isEmpty()) {
      return used(uses, pods, logged, snapshot.isPresent());
    }
    if (!logged || span.isEmpty()) {
      return Outcome.missing(
          "An audit log that shows requests of service accounts is missing"
              + (snapshot.isPresent()
                  ? "; no running pod of the snapshot mounts a token of a default account."
                  : ", and so is a snapshot of pods."));
    }
    if (snapshot.isEmpty()) {
      return Outcome.missing(
          "A snapshot of pods is missing; no default account made a request in the %s covered."
              .formatted(Seen.covered(span.get())));
    }
    return new Outcome(
        Status.PASS,
        ("No default account made a request in the %s covered, and none of the %s in the snapshot"
                + " mounts its token.")
            .formatted(
                Seen.covered(span.get()), Controls.count(snapshot.get().pods().size(), "pod")),
        List.of());
  }

  private static Outcome used(List<Use> uses, List<Pod> pods, boolean logged, boolean snapshot) {
    Set<Account> accounts = new TreeSet<>();
    uses.forEach(u -> Seen.account(u).ifPresent(accounts::add));
    pods.forEach(p -> accounts.add(p.account()));
    long requests = uses.stream().mapToLong(Use::requests).sum();
    String seen =
        logged
            ? Controls.count(requests, "request") + " in the log"
            : "requests not known (no log)";
    String held =
        snapshot
            ? Controls.count(pods.size(), "running pod") + " with a mounted token"
            : "pods not known (no snapshot)";
    List<Evidence> evidence = new ArrayList<>();
    uses.forEach(u -> evidence.add(Evidence.at(u.firstPlace(), "a request of " + u.username())));
    pods.forEach(p -> evidence.add(Evidence.at(p.place(), "mounts a token of " + p.account())));
    return new Outcome(
        Status.FAIL,
        "%s (%s): %s, %s."
            .formatted(
                Controls.count(accounts.size(), "default account")
                    + (uses.isEmpty() ? " given to pods" : " in use"),
                Controls.names(accounts),
                seen,
                held),
        evidence);
  }
}
