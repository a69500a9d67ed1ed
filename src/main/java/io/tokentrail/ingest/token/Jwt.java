package io.tokentrail.ingest.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.ingest.source.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A compact JWT taken apart. It holds a usable token while it lives, so it stays in this package
 * and prints nothing of itself.
 */
final class Jwt {

  private static final Pattern COMPACT =
      Pattern.compile("(eyJ[A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]{2,})\\.([A-Za-z0-9_-]*)={0,2}");

  private final String compact;
  private final JsonNode header;
  private final JsonNode claims;
  private final String signature;

  private Jwt(String compact, JsonNode header, JsonNode claims, String signature) {
    this.compact = compact;
    this.header = header;
    this.claims = claims;
    this.signature = signature;
  }

  /** The first JWT in a text; empty when there is none. */
  static Optional<Jwt> find(String text) {
    Matcher found = COMPACT.matcher(text);
    while (found.find()) {
      JsonNode header = decoded(found.group(1));
      JsonNode claims = decoded(found.group(2));
      if (header.isObject() && claims.isObject()) {
        String signature = found.group(3);
        String compact = found.group(1) + "." + found.group(2) + "." + signature;
        return Optional.of(new Jwt(compact, header, claims, signature));
      }
    }
    return Optional.empty();
  }

  private static JsonNode decoded(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      return Json.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Json.read("null");
    }
  }

  String compact() {
    return compact;
  }

  JsonNode header() {
    return header;
  }

  JsonNode claims() {
    return claims;
  }

  String signature() {
    return signature;
  }
}
