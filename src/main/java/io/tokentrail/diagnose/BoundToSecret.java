package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.Client;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Use;
import java.util.HashSet;
import java.util.Set;

/**
 * Which of the two tokens that a missing Secret can end a 401 was for: the one that the Secret
 * holds, or one of the TokenRequest API that is bound to it. The API server looks for the Secret
 * before both, and tells them apart in its log alone (legacy.go: {@code Token has been
 * invalidated}; claims.go: {@code service account token has been invalidated}).
 */
final class BoundToSecret {

  private final Set<Client> withIds = new HashSet<>();
  private final Set<Client> withSecrets = new HashSet<>();

  BoundToSecret(Case subject) {
    for (Use use : subject.facts().audit().uses()) {
      if (use.legacyRequests() > 0) {
        withSecrets.add(use.client());
      } else if (!use.credentialId().isEmpty()) {
        withIds.add(use.client());
      }
    }
  }

  /**
   * Where the log does not tell: a client that only ever showed tokens with an id has a bound one.
   */
  boolean test(Refusal refusal) {
    if (refusal.lookUp().filter(l -> l.target().resource().equals("secrets")).isEmpty()) {
      return false;
    }
    Client client = refusal.attributed().failure().client();
    return refusal.reason() == Reason.BOUND_OBJECT_GONE
        || (refusal.reason() == Reason.UNKNOWN
            && withIds.contains(client)
            && !withSecrets.contains(client));
  }
}
