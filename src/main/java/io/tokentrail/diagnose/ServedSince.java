package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.Client;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a client was let in before a 401: ever, so that it had a good token; or again after
 * something was deleted, so that what it needs was back and a later 401 has another cause.
 */
final class ServedSince {

  /** How long the API server may go on accepting from its cache and informer. */
  static final Duration CACHE = Duration.ofSeconds(15);

  private final Map<Client, List<Use>> byClient = new HashMap<>();

  ServedSince(Case subject) {
    for (Use use : subject.facts().audit().uses()) {
      if (Account.ofUsername(use.username()).isPresent()) {
        byClient.computeIfAbsent(use.client(), c -> new ArrayList<>()).add(use);
      }
    }
  }

  /** Whether this client ever was let in before this 401, as the account that it is of. */
  boolean before(Refusal refusal) {
    return uses(refusal).stream().anyMatch(u -> u.firstAt().isBefore(refusal.at()));
  }

  /** Between the deletion and this 401, as the account that it is of. */
  boolean test(Instant deletion, Refusal refusal) {
    Instant from = deletion.plus(CACHE);
    return uses(refusal).stream()
        .anyMatch(u -> within(u.firstAt(), from, refusal) || within(u.lastAt(), from, refusal));
  }

  private List<Use> uses(Refusal refusal) {
    return byClient.getOrDefault(refusal.attributed().failure().client(), List.of()).stream()
        .filter(u -> refusal.account().map(a -> a.username().equals(u.username())).orElse(true))
        .toList();
  }

  private static boolean within(Instant time, Instant from, Refusal refusal) {
    return time.isAfter(from) && time.isBefore(refusal.at());
  }
}
