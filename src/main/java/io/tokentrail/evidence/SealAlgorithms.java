package io.tokentrail.evidence;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SignatureAlgorithm;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Optional;

/**
 * One algorithm for each kind of key, settled by the key and never by what a signature says of
 * itself: a header cannot choose {@code none}, nor a shared secret.
 */
final class SealAlgorithms {

  /** For messages. */
  static final String KEYS = "Ed25519, EC P-256, RSA with 2048 bits or more";

  static final List<String> FAMILIES = List.of("Ed25519", "EC", "RSA");

  private static final int SHORTEST_RSA = 2048;
  private static final int P256 = 256;

  private SealAlgorithms() {}

  /** What a private or public key signs with; empty for keys that are not taken. */
  static Optional<SignatureAlgorithm> of(Key key) {
    if (key instanceof EdECKey ed) {
      return ed.getParams().getName().equals("Ed25519")
          ? Optional.of(Jwts.SIG.EdDSA)
          : Optional.empty();
    }
    if (key instanceof ECKey ec) {
      return ec.getParams().getOrder().bitLength() == P256
              && ec.getParams().toString().contains("secp256r1")
          ? Optional.of(Jwts.SIG.ES256)
          : Optional.empty();
    }
    if (key instanceof RSAKey rsa) {
      return rsa.getModulus().bitLength() >= SHORTEST_RSA
          ? Optional.of(Jwts.SIG.RS256)
          : Optional.empty();
    }
    return Optional.empty();
  }
}
