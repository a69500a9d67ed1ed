package io.tokentrail.evidence;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SecurityException;
import io.jsonwebtoken.security.SignatureAlgorithm;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Whether a compact JWS is a signature of a manifest by a key. */
public final class JwsCheck {

  private JwsCheck() {}

  /** Why a text does not carry these bytes; empty when it does, whoever signed it. */
  public static Optional<String> carries(String jws, byte[] manifest) {
    String[] parts = parts(jws);
    if (parts.length != 3) {
      return Optional.of("is no compact JWS: three parts joined by dots");
    }
    try {
      return Arrays.equals(Base64.getUrlDecoder().decode(parts[1]), manifest)
          ? Optional.empty()
          : Optional.of("signs another manifest than " + Folder.MANIFEST);
    } catch (IllegalArgumentException e) {
      return Optional.of("is no compact JWS: its payload is no base64url");
    }
  }

  /**
   * Why a key did not sign a text; empty when it did. The key alone settles the algorithm: what the
   * header says is compared with it and chooses nothing.
   */
  public static Optional<String> signedBy(String jws, PublicKey key) {
    Optional<SignatureAlgorithm> algorithm = SealAlgorithms.of(key);
    if (algorithm.isEmpty()) {
      return Optional.of("cannot be checked: the public key is none of " + SealAlgorithms.KEYS);
    }
    try {
      Jwts.parser()
          .sig()
          .clear()
          .add(algorithm.get())
          .and()
          .verifyWith(key)
          .build()
          .parseSignedContent(String.join(".", parts(jws)));
      return Optional.empty();
    } catch (SecurityException e) {
      return Optional.of("is not by the given key (sha256 " + KeyIds.of(key) + ")");
    } catch (JwtException | IllegalArgumentException e) {
      return Optional.of(
          "is no " + algorithm.get().getId() + " signature, which is what the given key makes");
    }
  }

  private static String[] parts(String jws) {
    return jws.strip().split("\\.", -1);
  }
}
