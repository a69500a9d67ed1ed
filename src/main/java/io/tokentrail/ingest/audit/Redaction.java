package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.Masking;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Takes usable credentials out of request URIs, however their keys are escaped. */
final class Redaction {

  private Redaction() {}

  /** The values of {@code access_token} and its like are masked. */
  static String uri(String uri) {
    int query = uri.indexOf('?');
    if (query < 0) {
      return Masking.of(uri);
    }
    StringBuilder out = new StringBuilder(uri.length()).append(uri, 0, query + 1);
    int at = query + 1;
    while (at <= uri.length()) {
      int end = uri.indexOf('&', at);
      end = end < 0 ? uri.length() : end;
      int equals = uri.indexOf('=', at);
      if (equals >= 0 && equals < end && secret(uri.substring(at, equals))) {
        out.append(uri, at, equals + 1).append(Masking.MASK);
      } else {
        out.append(uri, at, end);
      }
      if (end < uri.length()) {
        out.append('&');
      }
      at = end + 1;
    }
    return Masking.of(out.toString());
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
