package io.tokentrail.inventory;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Facts;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the audit log and the API server's log show of the use of one Secret-based token.
 *
 * @param acceptedAt the last accepted request with it
 * @param triedAt the last sign of any attempt, refused ones included: the API server stamps {@code
 *     legacy-token-last-used} once a day on the first one (merge patch by {@code system:apiserver})
 * @param ambiguous whether its account used a Secret-based token that may have been this one or
 *     another of its Secrets (the annotation names the Secret only from 1.29 on)
 * @param evidence where that stands
 */
record SecretUse(
    Optional<Instant> acceptedAt,
    Optional<Instant> triedAt,
    boolean ambiguous,
    List<Evidence> evidence) {

  private static final String API_SERVER = "system:apiserver";

  /** Everything that the logs show of Secret-based tokens, indexed once. */
  static final class Index {
    private final Map<Account, List<Use>> byAccount = new HashMap<>();
    private final Map<String, List<ObjectChange>> stamps = new HashMap<>();
    private final Map<String, List<LogLine>> refusals = new HashMap<>();

    Index(Facts facts) {
      for (Use use : facts.audit().uses()) {
        if (use.legacyRequests() > 0) {
          Account.ofUsername(use.username())
              .ifPresent(a -> byAccount.computeIfAbsent(a, x -> new ArrayList<>()).add(use));
        }
      }
      for (ObjectChange change : facts.audit().changes()) {
        if (change.user().equals(API_SERVER)
            && change.verb().equals("patch")
            && change.succeeded()
            && change.target().resource().equals("secrets")) {
          stamps
              .computeIfAbsent(
                  change.target().namespace() + "/" + change.target().name(),
                  x -> new ArrayList<>())
              .add(change);
        }
      }
      for (LogLine line : facts.log()) {
        if (line.meaning() instanceof LogLine.Refused refused && !refused.secret().isEmpty()) {
          refusals.computeIfAbsent(refused.secret(), x -> new ArrayList<>()).add(line);
        }
      }
    }
  }

  /** Collects it; {@code siblings} is how many token Secrets its account has. */
  static SecretUse of(TokenSecret secret, long siblings, Index index) {
    Instant accepted = Instant.MIN;
    Instant tried = Instant.MIN;
    boolean ambiguous = false;
    List<Evidence> evidence = new ArrayList<>();
    Optional<Account> account = LegacyTokens.accountOf(secret);
    List<Use> uses = account.map(a -> index.byAccount.get(a)).orElse(List.of());
    for (Use use : uses) {
      if (use.legacySecret().equals(secret.name())
          || (use.legacySecret().isEmpty() && siblings <= 1)) {
        accepted = later(accepted, use.lastAt());
        evidence.add(Evidence.at(use.lastPlace(), "a request with this token was accepted"));
      } else if (use.legacySecret().isEmpty()) {
        ambiguous = true;
        evidence.add(
            Evidence.at(use.lastPlace(), "a Secret-based token of this account was accepted"));
      }
    }
    String named = secret.namespace() + "/" + secret.name();
    for (ObjectChange change : index.stamps.getOrDefault(named, List.of())) {
      tried = later(tried, change.at());
      evidence.add(Evidence.at(change.place(), "the API server stamped a use of it"));
    }
    for (LogLine line : index.refusals.getOrDefault(named, List.of())) {
      tried = later(tried, line.at());
      evidence.add(Evidence.at(line.place(), "a request with this token was refused"));
    }
    tried = later(tried, accepted);
    return new SecretUse(known(accepted), known(tried), ambiguous, firstTen(evidence));
  }

  private static List<Evidence> firstTen(List<Evidence> evidence) {
    return evidence.stream().sorted().distinct().limit(10).toList();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Optional<Instant> known(Instant time) {
    return time.equals(Instant.MIN) ? Optional.empty() : Optional.of(time);
  }
}
