package io.tokentrail.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A Secret of type {@code kubernetes.io/service-account-token}: a token that never expires. Its
 * data is never kept; of the token in it at most the claims.
 *
 * @param namespace its namespace
 * @param name its name
 * @param uid its UID
 * @param serviceAccount annotation {@code kubernetes.io/service-account.name}
 * @param serviceAccountUid annotation {@code kubernetes.io/service-account.uid}
 * @param createdAt creation
 * @param deletionAt {@code metadata.deletionTimestamp}
 * @param lastUsedLabel label {@code kubernetes.io/legacy-token-last-used} as written, {@code
 *     YYYY-MM-DD}; empty without
 * @param invalidSinceLabel label {@code kubernetes.io/legacy-token-invalid-since} as written; empty
 *     without
 * @param hasToken whether {@code data.token} is there
 * @param token its token's claims where {@code data.token} holds a JWT
 * @param place where it stands
 */
public record TokenSecret(
    String namespace,
    String name,
    String uid,
    String serviceAccount,
    String serviceAccountUid,
    Optional<Instant> createdAt,
    Optional<Instant> deletionAt,
    String lastUsedLabel,
    String invalidSinceLabel,
    boolean hasToken,
    Optional<Token> token,
    Place place) {

  public ObjectRef ref() {
    return new ObjectRef("Secret", namespace, name);
  }
}
