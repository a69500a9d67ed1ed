package io.tokentrail.ingest.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tokentrail.ingest.source.Masking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Reads the few request and response bodies that matter. */
final class Bodies {

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(100_000)
                      .maxStringLength(Integer.MAX_VALUE)
                      .build())
              .build());

  private static final String INVALID_SINCE = "kubernetes.io/legacy-token-invalid-since";
  private static final String LAST_USED = "kubernetes.io/legacy-token-last-used";

  private Bodies() {}

  /** A logged body; missing when it was not logged or is broken. */
  static JsonNode parse(AuditEvent e, int field) {
    if (!e.has(field)) {
      return MissingNode.getInstance();
    }
    return read(e.bytes(field), e.from(field), e.length(field));
  }

  private static JsonNode read(byte[] bytes, int from, int length) {
    try {
      JsonNode node = JSON.readTree(bytes, from, length);
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** The claims of a JWT; the token itself goes no further. */
  static JsonNode claims(String token) {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 0 || second < 0) {
      return MissingNode.getInstance();
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(token.substring(first + 1, second));
      return read(claims, 0, claims.length);
    } catch (IllegalArgumentException e) {
      return MissingNode.getInstance();
    }
  }

  /** {@code JTI=...} without its prefix; other credential ids are left out. */
  static String jti(String credentialId) {
    return credentialId.startsWith("JTI=") ? credentialId.substring(4) : "";
  }

  static void put(Map<String, String> facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.put(key, Masking.of(value));
    }
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(
        n -> {
          if (n.isTextual() && !n.asText().isEmpty()) {
            texts.add(Masking.of(n.asText()));
          }
        });
    return texts;
  }

  /** What the bodies of a change tell of the object. */
  static void changed(JsonNode request, JsonNode response, Map<String, String> facts) {
    put(facts, "node", request.path("target").path("name").asText(""));
    for (JsonNode body : List.of(response, request)) {
      put(facts, "node", body.path("spec").path("nodeName").asText(""));
      put(facts, "serviceAccountName", body.path("spec").path("serviceAccountName").asText(""));
      put(facts, "podIP", body.path("status").path("podIP").asText(""));
      JsonNode metadata = body.path("metadata");
      put(facts, "deletionTimestamp", metadata.path("deletionTimestamp").asText(""));
      JsonNode grace = body.path("gracePeriodSeconds");
      if (grace.isMissingNode()) {
        grace = metadata.path("deletionGracePeriodSeconds");
      }
      put(facts, "gracePeriodSeconds", grace.asText(""));
      JsonNode labels = metadata.path("labels");
      put(facts, "legacy-token-invalid-since", labels.path(INVALID_SINCE).asText(""));
      put(facts, "legacy-token-last-used", labels.path(LAST_USED).asText(""));
    }
  }
}
