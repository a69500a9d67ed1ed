package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.util.List;

/**
 * Of several accounts behind one client: one whose accepted requests stop when the 401s come is
 * likelier than one that is served all the while. Tells something only where uses are told apart by
 * credential (1.30 and later); elsewhere a use spans everything.
 */
final class QuietSince implements Rung {

  private static final double SERVED_MEANWHILE = -1;
  private static final double QUIET = 0.7;

  /** Uses further away than this say nothing about now. */
  private static final double NEAR_SECONDS = Duration.ofMinutes(15).toSeconds();

  private final Traces traces;

  QuietSince(Traces traces) {
    this.traces = traces;
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    List<Use> uses = traces.usesOf(question.failure().client());
    if (candidates.accounts().size() < 2) {
      return;
    }
    for (Account account : candidates.accounts()) {
      List<Use> own =
          uses.stream()
              .filter(u -> u.username().equals(account.username()) && !u.credentialId().isEmpty())
              .toList();
      boolean served = own.stream().anyMatch(u -> SameClient.distance(u, question.at()) == 0);
      boolean near =
          own.stream().anyMatch(u -> SameClient.distance(u, question.at()) < NEAR_SECONDS);
      if (!own.isEmpty() && near) {
        candidates.weigh(
            account,
            served ? SERVED_MEANWHILE : QUIET,
            Evidence.at(
                own.get(0).lastPlace(), served ? "served meanwhile" : "not served meanwhile"));
      }
    }
  }
}
