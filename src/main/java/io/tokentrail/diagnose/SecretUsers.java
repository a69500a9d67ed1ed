package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.Client;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** 401s and legacy uses by those who may have used a Secret that went. */
final class SecretUsers {

  private final ServedSince served;
  private final Map<Account, List<Refusal>> saidGone = new HashMap<>();
  private final Map<Client, List<Refusal>> untold = new HashMap<>();
  private final Map<String, List<Use>> legacyUses = new HashMap<>();

  SecretUsers(List<Refusal> refusals, Case subject) {
    served = new ServedSince(subject);
    for (Refusal one : refusals) {
      if (one.reason() == Reason.SECRET_GONE) {
        one.account().ifPresent(a -> saidGone.computeIfAbsent(a, k -> new ArrayList<>()).add(one));
      } else if (one.reason() == Reason.UNKNOWN && one.lookUp().isEmpty()) {
        untold
            .computeIfAbsent(one.attributed().failure().client(), c -> new ArrayList<>())
            .add(one);
      }
    }
    for (Use use : subject.facts().audit().uses()) {
      if (use.legacyRequests() > 0) {
        legacyUses.computeIfAbsent(use.username(), u -> new ArrayList<>()).add(use);
      }
    }
  }

  /** 401s of an account of which the server says that the Secret is gone, in time order. */
  List<Refusal> saidGoneOf(Account account) {
    return saidGone.getOrDefault(account, List.of());
  }

  /**
   * 401s after the deletion by the owner, and by clients that had used a Secret-based token of it,
   * in time order.
   *
   * @param owner the account; null where it is not known
   */
  List<Refusal> users(ObjectRef secret, GoneObject gone, Account owner) {
    if (owner == null) {
      return List.of();
    }
    Set<Client> before = new HashSet<>();
    for (Use use : legacyUses.getOrDefault(owner.username(), List.of())) {
      if ((use.legacySecret().isEmpty() || use.legacySecret().equals(secret.name()))
          && !use.firstAt().isAfter(gone.at().plus(ServedSince.CACHE))) {
        before.add(use.client());
      }
    }
    Stream<Refusal> told = saidGoneOf(owner).stream().filter(r -> r.lookUp().isEmpty());
    Stream<Refusal> likely =
        before.stream()
            .flatMap(client -> untold.getOrDefault(client, List.of()).stream())
            .filter(r -> r.account().filter(a -> !a.equals(owner)).isEmpty())
            .filter(r -> !served.test(gone.at(), r));
    return Stream.concat(told, likely)
        .filter(r -> !r.at().isBefore(gone.at()))
        .sorted(Comparator.comparing(Refusal::attributed))
        .toList();
  }
}
