package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.LookUp;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Target;
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

  /**
   * An account and its token Secrets that go within this of each other went together. Where no
   * deletion of the Secret is logged, the account is to be missed no later than so after it.
   */
  private static final Duration TOGETHER = Duration.ofSeconds(60);

  private final Map<ObjectRef, Account> bySecret = new HashMap<>();
  private final Map<Account, Instant> accounts = new HashMap<>();

  GoneWithAccount(Case subject) {
    Map<ObjectRef, GoneObject> deleted =
        GoneObject.of(subject, Set.of("secrets", "serviceaccounts"));
    Map<ObjectRef, Instant> missed = missed(subject);
    LegacySecretMissing.owners(subject)
        .forEach(
            (secret, owner) -> {
              ObjectRef account = GoneObject.of(owner);
              Optional<GoneObject> logged = Optional.ofNullable(deleted.get(account));
              Optional<Instant> end =
                  deleted.containsKey(secret)
                      ? logged.map(GoneObject::at).filter(e -> near(e, deleted.get(secret).at()))
                      : logged
                          .map(GoneObject::at)
                          .or(() -> Optional.ofNullable(missed.get(account)))
                          .filter(e -> soonAfter(e, missed.get(secret)));
              end.ifPresent(
                  at -> {
                    bySecret.put(secret, owner);
                    accounts.put(owner, at);
                  });
            });
  }

  /** When each object was first sought in vain: where a policy logs no deletions. */
  private static Map<ObjectRef, Instant> missed(Case subject) {
    Map<ObjectRef, Instant> missed = new HashMap<>();
    for (LookUp lookUp : subject.facts().audit().lookUps()) {
      Target target = lookUp.target();
      if (target.name().isEmpty()) {
        continue;
      }
      missed.merge(
          new ObjectRef(GoneObject.kind(target.resource()), target.namespace(), target.name()),
          lookUp.at(),
          (a, b) -> a.isBefore(b) ? a : b);
    }
    return missed;
  }

  private static boolean soonAfter(Instant end, Instant missed) {
    return missed != null && !end.isAfter(missed.plus(TOGETHER));
  }

  private static boolean near(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(TOGETHER) <= 0;
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
