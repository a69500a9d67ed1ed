package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.LookUp;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Reason;
import java.time.Duration;
import java.time.Instant;
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
  private final Map<Account, Instant> accounts = new HashMap<>();

  GoneWithAccount(Case subject) {
    Map<ObjectRef, GoneObject> gone = GoneObject.of(subject, Set.of("secrets", "serviceaccounts"));
    Map<Account, Instant> sought = new HashMap<>();
    for (LookUp lookUp : subject.facts().audit().lookUps()) {
      if (lookUp.target().resource().equals("serviceaccounts")) {
        sought.merge(
            new Account(lookUp.target().namespace(), lookUp.target().name()),
            lookUp.at(),
            (x, y) -> x.isBefore(y) ? x : y);
      }
    }
    LegacySecretMissing.owners(subject)
        .forEach(
            (secret, owner) -> {
              GoneObject deleted = gone.get(secret);
              GoneObject account = gone.get(GoneObject.of(owner));
              if (deleted != null && account != null) {
                if (Duration.between(account.at(), deleted.at()).abs().compareTo(TOGETHER) <= 0) {
                  bySecret.put(secret, owner);
                  accounts.put(owner, account.at());
                }
              } else if (deleted == null && sought.containsKey(owner)) {
                // a log without writes: the API server looks for both in vain
                bySecret.put(secret, owner);
                accounts.putIfAbsent(owner, sought.get(owner));
              }
            });
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
        .filter(a -> !refusal.at().isBefore(accounts.get(a)))
        .map(GoneObject::of);
  }
}
