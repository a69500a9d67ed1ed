package io.tokentrail.report.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/** Names that are the same in every run that speaks of the same thing. */
final class StableIds {

  /** The space that this program's names are unique in. */
  private static final UUID SPACE = UUID.fromString("5b1e7c1c-6f0a-4c39-9d5e-5d1a0f6f7e21");

  private StableIds() {}

  /** UUID of version 5 (RFC 9562, 5.5) of a key: its parts, each told apart from the next. */
  static String uuid(String... parts) {
    byte[] name = String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(16 + name.length)
            .putLong(SPACE.getMostSignificantBits())
            .putLong(SPACE.getLeastSignificantBits())
            .put(name);
    ByteBuffer digest = ByteBuffer.wrap(sha1(bytes.array()));
    long high = (digest.getLong() & ~0xf000L) | 0x5000L;
    long low = (digest.getLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(high, low).toString();
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  /**
   * A control's id as OSCAL takes one: letters, digits, {@code . - _}, and no digit at its start.
   * An enhancement stands as NIST writes it: {@code AC-2(3)} becomes {@code ac-2.3}.
   */
  static String control(String framework, String id) {
    return (Character.isLetter(first(slug(framework))) ? "" : "_")
        + slug(framework)
        + "_"
        + slug(id.replace("(", ".").replace(")", ""));
  }

  private static char first(String text) {
    return text.isEmpty() ? '-' : text.charAt(0);
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^-|-$", "");
  }
}
