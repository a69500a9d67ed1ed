package io.tokentrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of stored bytes. */
public final class Digest {

  /** Up to this size a file's digest is always taken: 64 MB. */
  public static final long ALWAYS_UP_TO = 64L << 20;

  private Digest() {}

  /** 64 hex digits of a file's stored bytes. */
  public static String ofFile(String location, FileAccess access) throws IOException {
    try (InputStream in = access.open(location, 0)) {
      return of(in);
    }
  }

  /** 64 hex digits of what is left of a stream. */
  public static String of(InputStream in) throws IOException {
    MessageDigest sha = sha256();
    byte[] buffer = new byte[1 << 16];
    for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
      sha.update(buffer, 0, got);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** The first hex digits of a text's digest. */
  public static String ofText(String text, int digits) {
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, digits);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
