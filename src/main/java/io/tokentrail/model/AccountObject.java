package io.tokentrail.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ServiceAccount object as one snapshot shows it.
 *
 * @param account which one
 * @param uid its UID; a new one after it was deleted and created again
 * @param createdAt creation
 * @param deletionAt {@code metadata.deletionTimestamp}
 * @param automount {@code automountServiceAccountToken} where set
 * @param secrets names in {@code .secrets}: what makes a token Secret "auto-generated"
 * @param imagePullSecrets names in {@code .imagePullSecrets}
 * @param annotations its annotations
 * @param place where it stands
 */
public record AccountObject(
    Account account,
    String uid,
    Optional<Instant> createdAt,
    Optional<Instant> deletionAt,
    Optional<Boolean> automount,
    List<String> secrets,
    List<String> imagePullSecrets,
    Map<String, String> annotations,
    Place place) {

  public AccountObject {
    secrets = List.copyOf(secrets);
    imagePullSecrets = List.copyOf(imagePullSecrets);
    annotations = Map.copyOf(annotations);
  }
}
