package io.tokentrail.evidence;

import java.security.PublicKey;

/** The name of a public key that anybody can work out. */
public final class KeyIds {

  private KeyIds() {}

  /** SHA-256 of the key as {@code openssl pkey -pubin -outform DER} writes it, in hex. */
  public static String of(PublicKey key) {
    return Sha256.of(key.getEncoded());
  }
}
