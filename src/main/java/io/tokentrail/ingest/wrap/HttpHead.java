package io.tokentrail.ingest.wrap;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What stands before the body of a request that somebody captured, as an audit webhook gets it, or
 * of an answer. It is no record.
 */
public final class HttpHead {

  /** {@code POST /audit?timeout=30s HTTP/1.1}, {@code HTTP/1.1 200 OK}. */
  private static final Pattern FIRST_LINE =
      Pattern.compile("(?:[A-Z]{3,7} \\S{1,2048} HTTP/\\d|HTTP/\\d(?:\\.\\d)? \\d{3})");

  private static final int LOOKED_AT = 4096;

  private HttpHead() {}

  /** Whether a text begins with one. */
  public static boolean begins(String text) {
    return FIRST_LINE.matcher(text).lookingAt();
  }

  static boolean begins(byte[] b, int from, int to) {
    int end = Math.min(to, from + LOOKED_AT);
    return begins(new String(b, from, end - from, StandardCharsets.ISO_8859_1).stripLeading());
  }
}
