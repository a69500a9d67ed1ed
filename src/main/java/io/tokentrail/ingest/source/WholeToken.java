package io.tokentrail.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The claims of a JWT that stands whole, signature included, in some text. Of the signature only a
 * digest is kept: enough to tell tokens apart, too little to use one.
 *
 * @param issuer claim {@code iss}
 * @param subject claim {@code sub}
 * @param credentialId claim {@code jti}, empty without
 * @param expiresAtSecond claim {@code exp}, seconds since 1970; 0 without
 * @param digest first 12 hex digits of the SHA-256 of the signature, as of tokens given as files
 */
public record WholeToken(
    String issuer, String subject, String credentialId, long expiresAtSecond, String digest)
    implements Serializable {

  /** Texts shorter than this hold no service-account token: its claims alone take more. */
  public static final int SHORTEST = 300;

  private static final int DIGEST_DIGITS = 12;

  /** The shortest signature, of HMAC with SHA-256, has 43 digits; a shorter one was cut off. */
  private static final Pattern COMPACT =
      Pattern.compile("(eyJ[A-Za-z0-9_-]{8,})\\.([A-Za-z0-9_-]{16,})\\.([A-Za-z0-9_-]{43,})");

  /** A JWT in base64 again, as in the data of a Secret. */
  private static final Pattern TWICE = Pattern.compile("ZXlK[A-Za-z0-9+/]{64,}={0,2}");

  /** As many of one text; a text that is full of tokens is told by the first ones. */
  private static final int MOST = 16;

  /** All of a text, in its order, the first sixteen. */
  public static List<WholeToken> in(String text) {
    List<WholeToken> all = new ArrayList<>();
    if (text.contains("eyJ")) {
      plain(text, all);
    }
    if (text.contains("ZXlK")) {
      Matcher twice = TWICE.matcher(text);
      while (twice.find() && all.size() < MOST) {
        plain(decoded(twice.group(), Base64.getDecoder()), all);
      }
    }
    return all;
  }

  private static void plain(String text, List<WholeToken> into) {
    Matcher found = COMPACT.matcher(text);
    while (found.find() && into.size() < MOST) {
      JsonNode header = Json.read(decoded(found.group(1), Base64.getUrlDecoder()));
      JsonNode claims = Json.read(decoded(found.group(2), Base64.getUrlDecoder()));
      if (header.has("alg") && claims.isObject()) {
        long end = Json.number(claims.path("exp"), 0);
        into.add(
            new WholeToken(
                Masking.of(Json.text(claims, "iss")),
                Masking.of(Json.text(claims, "sub")),
                Masking.of(Json.text(claims, "jti")),
                end > 0 && end < Instant.MAX.getEpochSecond() ? end : 0,
                Digest.ofText(found.group(3), DIGEST_DIGITS)));
      }
    }
  }

  private static String decoded(String part, Base64.Decoder decoder) {
    try {
      return new String(decoder.decode(part), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
