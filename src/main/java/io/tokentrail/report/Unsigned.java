package io.tokentrail.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The last gate before any output: a JWT that came this far loses its signature, of which the first
 * 12 hex digits of the SHA-256 stay, to tell tokens apart. Reading drops signatures already; this
 * holds should a text ever slip past it.
 */
public final class Unsigned {

  /** Header and claims are JSON objects, so both begin with the base64url of an opening brace. */
  private static final Pattern JWT =
      Pattern.compile("(ey[A-Za-z0-9_-]{8,}\\.ey[A-Za-z0-9_-]{8,})\\.([A-Za-z0-9_-]{16,})");

  private static final int DIGITS = 12;

  private Unsigned() {}

  /** The text with every JWT's signature replaced. */
  public static String of(String text) {
    if (!text.contains(".ey")) {
      return text;
    }
    return JWT.matcher(text)
        .replaceAll(m -> m.group(1) + ".(signature sha256 " + digest(m.group(2)) + ")");
  }

  private static String digest(String signature) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(signature.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
