package io.tokentrail.ingest.audit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes usable credentials out of texts before they are kept. */
final class Redaction {

  /** Header and claims of a JWT, then its signature. A header in JSON starts with {@code eyJ}. */
  private static final Pattern JWT =
      Pattern.compile("(eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.)[A-Za-z0-9_-]+");

  private static final Pattern BEARER =
      Pattern.compile(
          "(?i)(bearer[ +]|(?:access_|id_|refresh_)token[\"']?[=:] ?[\"']?)(?!eyJ)[^\\s\"'&,;]+");

  private static final String MASK = "***";

  private Redaction() {}

  /** Any text: JWTs lose their signatures. */
  static String text(String text) {
    String rest = text;
    if (rest.contains("eyJ")) {
      rest = JWT.matcher(rest).replaceAll("$1" + MASK);
    }
    return rest;
  }

  /** A damaged line's beginning: JWTs lose their signatures, cut ones all of them. */
  static String sample(String text, int length) {
    String masked = BEARER.matcher(text(text)).replaceAll("$1" + MASK);
    return masked.length() <= length ? masked : masked.substring(0, length);
  }

  /**
   * A request URI: the values of {@code access_token} and its like are masked, however the key is
   * escaped.
   */
  static String uri(String uri) {
    int query = uri.indexOf('?');
    if (query < 0) {
      return text(uri);
    }
    StringBuilder out = new StringBuilder(uri.length()).append(uri, 0, query + 1);
    int at = query + 1;
    while (at <= uri.length()) {
      int end = uri.indexOf('&', at);
      end = end < 0 ? uri.length() : end;
      int equals = uri.indexOf('=', at);
      if (equals >= 0 && equals < end && secret(uri.substring(at, equals))) {
        out.append(uri, at, equals + 1).append(MASK);
      } else {
        out.append(uri, at, end);
      }
      if (end < uri.length()) {
        out.append('&');
      }
      at = end + 1;
    }
    return text(out.toString());
  }

  private static boolean secret(String key) {
    String plain = key;
    if (key.indexOf('%') >= 0) {
      try {
        plain = URLDecoder.decode(key, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        plain = key;
      }
    }
    String lower = plain.toLowerCase(Locale.ROOT);
    return lower.endsWith("_token") || lower.equals("token") || lower.equals("password");
  }
}
