package io.tokentrail.ingest.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks credentials in free text. Every token in a log is live until proven otherwise, so whatever
 * is kept of a line goes through here.
 */
public final class Masking {

  /** What stands in the place of a credential. */
  public static final String MASK = "[masked]";

  /** Longest sample of a rejected record. */
  private static final int SAMPLE = 120;

  /**
   * How much of a record is looked at for it: a credential that is cut off there is masked, too.
   */
  private static final int LOOKED_AT = 1024;

  /**
   * A JWT, also with its padding, also cut off: header and claims are JSON objects in base64url.
   */
  private static final Pattern JWT =
      Pattern.compile("eyJ[A-Za-z0-9_-]{5,}(?:(?:\\.|%2[eE])[A-Za-z0-9_=-]*){0,4}");

  /** A JWT in base64, as in {@code data.token} of a Secret. */
  private static final Pattern BASE64_JWT = Pattern.compile("ZXlK[A-Za-z0-9+/=_-]{16,}");

  private static final Pattern SCHEME =
      Pattern.compile("(?i)\\b(bearer|basic)(\\s+|%20|\\+)(?!token\\b)([A-Za-z0-9._~+/=%:-]{6,})");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)((?:access_token|id_token|refresh_token|client_secret|password|passwd|api_key)"
              + "(?:=|%3d))([^\\s&\"'\\\\]+)");

  private static final Pattern FIELD =
      Pattern.compile(
          "(?i)(\\\\*\"(?:token|access_token|id_token|refresh_token|password|client_secret"
              + "|client-key-data|authorization)\\\\*\"\\s*:\\s*\\\\*\")([^\"\\\\]+)");

  /** OAuth tokens of OpenShift. */
  private static final Pattern OPENSHIFT = Pattern.compile("sha256~[A-Za-z0-9_-]{8,}");

  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----.*", Pattern.DOTALL);

  private Masking() {}

  /** The text with every credential in it replaced. */
  public static String of(String text) {
    if (!suspicious(text)) {
      return text;
    }
    String masked = PRIVATE_KEY.matcher(text).replaceAll(MASK);
    masked = JWT.matcher(masked).replaceAll(MASK);
    masked = BASE64_JWT.matcher(masked).replaceAll(MASK);
    masked = OPENSHIFT.matcher(masked).replaceAll(MASK);
    masked = SCHEME.matcher(masked).replaceAll("$1$2" + Matcher.quoteReplacement(MASK));
    masked = PARAMETER.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    return FIELD.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
  }

  /** A short, masked, printable sample of a record that could not be used. */
  public static String sample(String text) {
    String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    StringBuilder printable = new StringBuilder();
    of(start)
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(printable::appendCodePoint);
    String line = printable.toString().strip();
    if (line.codePointCount(0, line.length()) <= SAMPLE) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, SAMPLE));
  }

  /** Nearly all texts have nothing to mask: six searches are cheaper than seven patterns. */
  private static boolean suspicious(String text) {
    if (text.contains("eyJ") || text.contains("ZXlK") || text.contains("sha256~")) {
      return true;
    }
    for (int i = 0; i < text.length() - 4; i++) {
      char c = (char) (text.charAt(i) | 0x20);
      if ((c == 'b' && (word(text, i, "bearer") || word(text, i, "basic")))
          || (c == 't' && word(text, i, "token"))
          || (c == 'p' && (word(text, i, "passw") || word(text, i, "private key")))
          || (c == 's' && word(text, i, "secret"))
          || (c == 'c' && word(text, i, "client-key"))
          || (c == 'a' && (word(text, i, "authorization") || word(text, i, "api_key")))) {
        return true;
      }
    }
    return false;
  }

  private static boolean word(String text, int at, String word) {
    return text.regionMatches(true, at, word, 0, word.length());
  }
}
