package io.tokentrail.pipeline;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Failure;
import java.util.List;

/**
 * Which 401s a run speaks of. Everything else that was read stays: it is the context that names
 * senders and rebuilds lifetimes.
 */
final class Selection {

  private Selection() {}

  /** Only 401s from {@code --from} to before {@code --to}. */
  static Facts within(Facts facts, RunRequest request) {
    if (request.from().isEmpty() && request.to().isEmpty()) {
      return facts;
    }
    AuditFacts audit = facts.audit();
    List<Failure> failures =
        audit.failures().stream()
            .filter(f -> request.from().map(t -> !f.receivedAt().isBefore(t)).orElse(true))
            .filter(f -> request.to().map(t -> f.receivedAt().isBefore(t)).orElse(true))
            .toList();
    return new Facts(
        facts.inputs(),
        facts.rejected(),
        new AuditFacts(
            audit.files(),
            failures,
            audit.tokenRequests(),
            audit.changes(),
            audit.lookUps(),
            audit.reviews(),
            audit.uses(),
            audit.reads(),
            audit.exposed()),
        facts.snapshots(),
        facts.logFiles(),
        facts.log(),
        facts.tokens(),
        facts.keys(),
        facts.tokenFiles(),
        facts.series());
  }

  /**
   * Only 401s of the chosen namespaces and accounts; those of unknown senders go when any is
   * chosen.
   */
  static List<Attributed> ofAccounts(List<Attributed> all, RunRequest request) {
    if (request.namespaces().isEmpty() && request.accounts().isEmpty()) {
      return all;
    }
    return all.stream()
        .filter(a -> a.sender().account().filter(s -> chosen(s, request)).isPresent())
        .toList();
  }

  private static boolean chosen(Account account, RunRequest request) {
    return request.namespaces().contains(account.namespace())
        || request.accounts().contains(account);
  }
}
