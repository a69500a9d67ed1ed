package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.Client;
import io.tokentrail.model.Use;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Clients that were served as an account with tokens of no pod alone ({@code kubectl create token}
 * and its like): no kubelet refreshes those, whatever it does for the pods of the account.
 */
final class UnboundClients {

  private final Map<Client, Set<Account>> unbound = new HashMap<>();
  private final Map<Client, Set<Account>> bound = new HashMap<>();

  UnboundClients(Case subject) {
    for (Use use : subject.facts().audit().uses()) {
      if (!use.credentialId().isEmpty()) {
        Map<Client, Set<Account>> whose = use.podUid().isEmpty() ? unbound : bound;
        Account.ofUsername(use.username())
            .ifPresent(a -> whose.computeIfAbsent(use.client(), c -> new HashSet<>()).add(a));
      }
    }
  }

  /** Whether a 401 is of such a client and account. */
  boolean test(Refusal refusal) {
    Client client = refusal.attributed().failure().client();
    return refusal
        .account()
        .filter(a -> unbound.getOrDefault(client, Set.of()).contains(a))
        .filter(a -> !bound.getOrDefault(client, Set.of()).contains(a))
        .isPresent();
  }
}
