package io.tokentrail.detect;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Client;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where in its sender's rotation a burst starts. */
final class Phases {

  /**
   * A token dies 60 to 70 s after its expiry (leeway and success cache), and a client may ask only
   * every few minutes: a burst that starts this long after an expiry starts with it.
   */
  private static final Duration AFTER_EXPIRY = Duration.ofMinutes(5);

  /** The same, where the server itself says that the token is expired. */
  private static final Duration AFTER_EXPIRY_SAID = Duration.ofMinutes(15);

  private final Map<Account, List<Lifetime>> lifetimes = new HashMap<>();
  private final Map<Client, List<Use>> uses = new HashMap<>();
  private final Set<Account> legacy = new HashSet<>();
  private final boolean requestsLogged;

  Phases(List<Lifetime> all, AuditFacts audit) {
    all.forEach(l -> lifetimes.computeIfAbsent(l.account(), a -> new ArrayList<>()).add(l));
    for (Use use : audit.uses()) {
      uses.computeIfAbsent(use.client(), c -> new ArrayList<>()).add(use);
      if (use.legacyRequests() > 0) {
        Account.ofUsername(use.username()).ifPresent(legacy::add);
      }
    }
    requestsLogged = !audit.tokenRequests().isEmpty();
  }

  Optional<Burst.Phase> of(Account account, List<Attributed> burst) {
    Instant start = burst.get(0).failure().receivedAt();
    Set<Reason> reasons = new HashSet<>();
    burst.stream().limit(20).forEach(a -> reasons.add(a.reason()));
    if (reasons.contains(Reason.SECRET_GONE)
        || reasons.contains(Reason.INVALIDATED)
        || mostlyLegacy(account, burst)) {
      return Optional.of(Burst.Phase.NONE);
    }
    List<Lifetime> own = own(account, burst);
    Reason said = burst.get(0).reason();
    boolean seenThen = own.stream().anyMatch(l -> !l.issuedAt().isAfter(start));
    if (said == Reason.EXPIRED && !seenThen) {
      // the token is from before the log; the server says what became of it
      return Optional.of(Burst.Phase.EXPIRY);
    }
    if (own.isEmpty()) {
      boolean none = requestsLogged && lifetimes.getOrDefault(account, List.of()).isEmpty();
      return none && legacy.contains(account) ? Optional.of(Burst.Phase.NONE) : Optional.empty();
    }
    boolean otherReason = said != Reason.EXPIRED && said != Reason.UNKNOWN;
    Duration reach = said == Reason.EXPIRED ? AFTER_EXPIRY_SAID : AFTER_EXPIRY;
    boolean expiry =
        !otherReason
            && own.stream()
                .filter(l -> !l.extended().orElse(false))
                .flatMap(l -> l.expiresAt().stream())
                .anyMatch(e -> !e.isAfter(start) && e.plus(reach).isAfter(start));
    if (expiry) {
      return Optional.of(Burst.Phase.EXPIRY);
    }
    return own.stream()
        .filter(l -> l.refreshDue().isPresent() && !l.issuedAt().isAfter(start))
        .max(Comparator.comparing(Lifetime::issuedAt))
        .flatMap(l -> within(l, start));
  }

  private static Optional<Burst.Phase> within(Lifetime lifetime, Instant start) {
    if (start.isBefore(lifetime.refreshDue().orElseThrow())) {
      return Optional.of(Burst.Phase.FRESH);
    }
    return start.isBefore(lifetime.expiresAt().orElseThrow())
        ? Optional.of(Burst.Phase.REFRESH)
        : Optional.empty();
  }

  /** The lifetimes of the pods that failed; of the whole account where no pod is known. */
  private List<Lifetime> own(Account account, List<Attributed> burst) {
    Set<String> pods = new HashSet<>();
    burst.stream().limit(20).forEach(a -> pods.add(a.sender().pod()));
    List<Lifetime> all = lifetimes.getOrDefault(account, List.of());
    if (pods.contains("")) {
      return all;
    }
    List<Lifetime> own = all.stream().filter(l -> pods.contains(l.pod())).toList();
    return own.isEmpty() ? all : own;
  }

  private boolean mostlyLegacy(Account account, List<Attributed> burst) {
    Set<Client> clients = new HashSet<>();
    burst.stream().limit(50).forEach(a -> clients.add(a.failure().client()));
    long all = 0;
    long old = 0;
    for (Client client : clients) {
      for (Use use : uses.getOrDefault(client, List.of())) {
        if (use.username().equals(account.username())) {
          all += use.requests();
          old += use.legacyRequests();
        }
      }
    }
    return all > 0 && old * 2 > all;
  }
}
