package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Token Secrets that were deleted or labelled invalid, and when: what a use of them before that
 * shows is no longer so.
 */
final class EndedSecrets {

  /** How long the API server may go on accepting from its cache and informer. */
  private static final Duration CACHE = Duration.ofSeconds(15);

  private final Map<ObjectRef, Instant> endedAt = new HashMap<>();
  private final Map<Account, Set<ObjectRef>> owned = new HashMap<>();

  private EndedSecrets() {}

  static EndedSecrets of(Case subject) {
    EndedSecrets ended = new EndedSecrets();
    GoneObject.of(subject, Set.of("secrets"))
        .forEach(
            (ref, gone) -> {
              if (gone.created().isEmpty()) {
                ended.endedAt.put(ref, gone.at());
              }
            });
    LegacyTokenInvalidated.marks(subject)
        .forEach((ref, mark) -> ended.endedAt.putIfAbsent(ref, mark.at()));
    for (LegacyToken token : subject.inventory().legacyTokens()) {
      if (token.verdict() == LegacyToken.Verdict.INVALIDATED) {
        ended.endedAt.putIfAbsent(token.secret().ref(), Instant.MAX);
      }
    }
    for (Snapshot snapshot : subject.facts().snapshots()) {
      for (TokenSecret secret : snapshot.tokenSecrets()) {
        if (!secret.namespace().isEmpty() && !secret.serviceAccount().isEmpty()) {
          ended
              .owned
              .computeIfAbsent(
                  new Account(secret.namespace(), secret.serviceAccount()), a -> new HashSet<>())
              .add(secret.ref());
        }
      }
    }
    return ended;
  }

  /**
   * Whether the Secret that was used was ended after that. Before 1.29 the log does not name it:
   * then all that the account is known to have had.
   */
  boolean after(Use use) {
    Optional<Account> account = Account.ofUsername(use.username());
    if (account.isEmpty()) {
      return false;
    }
    Set<ObjectRef> secrets =
        use.legacySecret().isEmpty()
            ? owned.getOrDefault(account.get(), Set.of())
            : Set.of(new ObjectRef("Secret", account.get().namespace(), use.legacySecret()));
    return !secrets.isEmpty()
        && secrets.stream()
            .allMatch(
                s -> endedAt.containsKey(s) && !use.lastAt().minus(CACHE).isAfter(endedAt.get(s)));
  }
}
