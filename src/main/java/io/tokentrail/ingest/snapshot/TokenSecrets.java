package io.tokentrail.ingest.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.ingest.source.Json;
import io.tokentrail.model.Place;
import io.tokentrail.model.Token;
import io.tokentrail.model.TokenSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Takes from Secrets what may be kept: names, labels, and the claims of a token. A key whose value
 * is {@code null} is one that the collector left unread.
 */
final class TokenSecrets {

  private static final String TYPE = "kubernetes.io/service-account-token";

  private final SnapshotPart part;
  private final BiFunction<String, Place, Optional<Token>> claims;

  /**
   * Prepares for one file.
   *
   * @param claims reads the claims of a JWT; it keeps nothing of the signature
   */
  TokenSecrets(SnapshotPart part, BiFunction<String, Place, Optional<Token>> claims) {
    this.part = part;
    this.claims = claims;
  }

  void take(JsonNode object, JsonNode metadata, String namespace, String name, Place place) {
    part.secretNames.add(namespace + "/" + name);
    if (!Json.text(object, "type").equals(TYPE)) {
      return;
    }
    JsonNode annotations = metadata.path("annotations");
    JsonNode labels = metadata.path("labels");
    String value = Json.text(object, "data", "token");
    part.tokenSecrets.add(
        new TokenSecret(
            namespace,
            name,
            Json.text(metadata, "uid"),
            Json.text(annotations, "kubernetes.io/service-account.name"),
            Json.text(annotations, "kubernetes.io/service-account.uid"),
            Json.time(metadata, "creationTimestamp"),
            Json.time(metadata, "deletionTimestamp"),
            Json.text(labels, "kubernetes.io/legacy-token-last-used"),
            Json.text(labels, "kubernetes.io/legacy-token-invalid-since"),
            !value.isEmpty() || object.path("data").path("token").isNull(),
            value.isEmpty() ? Optional.empty() : claims.apply(decoded(value), place),
            place));
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
