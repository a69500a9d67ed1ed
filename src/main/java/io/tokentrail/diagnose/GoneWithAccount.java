package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Token Secrets that the tokens controller deleted because their account was: what went is the
 * account. The API server looks for the Secret all the same (legacy.go), before it comes to the
 * account.
 */
final class GoneWithAccount {

  /** An account and its token Secrets that go within this of each other went together. */
  private static final Duration TOGETHER = Duration.ofSeconds(60);

  private final Map<ObjectRef, Account> bySecret = new HashMap<>();
  private final Map<Account, GoneObject> accounts = new HashMap<>();

  GoneWithAccount(Case subject) {
    Map<ObjectRef, GoneObject> gone = GoneObject.of(subject, Set.of("secrets", "serviceaccounts"));
    Map<ObjectRef, Account> owners = LegacySecretMissing.owners(subject);
    for (GoneObject secret : gone.values()) {
      Account owner = owners.get(secret.object());
      GoneObject account = owner == null ? null : gone.get(GoneObject.of(owner));
      if (account != null
          && Duration.between(account.at(), secret.at()).abs().compareTo(TOGETHER) <= 0) {
        bySecret.put(secret.object(), owner);
        accounts.put(owner, account);
      }
    }
  }

  boolean secret(ObjectRef secret) {
    return bySecret.containsKey(secret);
  }

  /** The account that went, where this 401 is of a token whose Secret went with it. */
  Optional<ObjectRef> account(Refusal refusal) {
    Optional<ObjectRef> sought =
        refusal
            .lookUp()
            .filter(l -> l.target().resource().equals("secrets"))
            .map(l -> new ObjectRef("Secret", l.target().namespace(), l.target().name()));
    if (sought.isPresent()) {
      return sought.map(bySecret::get).map(GoneObject::of);
    }
    return refusal
        .account()
        .filter(a -> refusal.reason() == Reason.SECRET_GONE && accounts.containsKey(a))
        .filter(a -> !refusal.at().isBefore(accounts.get(a).at()))
        .map(GoneObject::of);
  }
}
