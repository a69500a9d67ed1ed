package io.tokentrail.evidence;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.KeyException;
import io.jsonwebtoken.security.PrivateJwk;
import io.jsonwebtoken.security.SignatureAlgorithm;
import io.tokentrail.model.Manifest;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;

/**
 * The private key that signs a manifest. It is kept in memory for one run and told to nobody: not
 * in an exception, not in {@link #toString}.
 */
public final class SigningKey {

  /** What a manifest is, in the header of its signature; also keeps jjwt from reading claims. */
  static final String CONTENT_TYPE = "application/vnd.tokentrail.manifest+json";

  private final PrivateKey key;
  private final SignatureAlgorithm algorithm;
  private final PublicKey verifier;

  private SigningKey(PrivateKey key, SignatureAlgorithm algorithm, PublicKey verifier) {
    this.key = key;
    this.algorithm = algorithm;
    this.verifier = verifier;
  }

  /**
   * Reads a private key: Ed25519, EC P-256 or RSA of 2048 bits and more, in PKCS#8 or, for the
   * latter two, in the older forms of their own.
   *
   * @param pem the file's text
   * @throws UnusableKey when it holds none; the message says what it holds and what to do
   */
  public static SigningKey of(String pem) {
    byte[] der = PrivatePem.pkcs8(pem);
    try {
      return of(read(der));
    } catch (KeyException | IllegalArgumentException e) {
      // The cause may quote the key.
      throw new UnusableKey("its private key is damaged");
    } finally {
      java.util.Arrays.fill(der, (byte) 0);
    }
  }

  private static SigningKey of(PrivateKey key) {
    SignatureAlgorithm algorithm =
        SealAlgorithms.of(key)
            .orElseThrow(() -> new UnusableKey("its key is none of " + SealAlgorithms.KEYS));
    PrivateJwk<?, ?, ?> pair = (PrivateJwk<?, ?, ?>) Jwks.builder().key(key).build();
    return new SigningKey(key, algorithm, (PublicKey) pair.toPublicJwk().toKey());
  }

  private static PrivateKey read(byte[] der) {
    for (String name : SealAlgorithms.FAMILIES) {
      Optional<PrivateKey> key = read(der, name);
      if (key.isPresent()) {
        return key.get();
      }
    }
    throw new UnusableKey("its private key is damaged, or none of " + SealAlgorithms.KEYS);
  }

  /** A key's encoding names its algorithm: the others refuse it. */
  private static Optional<PrivateKey> read(byte[] der, String family) {
    try {
      return Optional.of(
          KeyFactory.getInstance(family).generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** What the manifest says of this key. */
  public Manifest.Seal seal() {
    return new Manifest.Seal(algorithm.getId(), KeyIds.of(verifier));
  }

  /**
   * A compact JWS that holds these bytes. Ed25519 and RSA sign the same bytes the same way each
   * time; EC does not.
   */
  public String sign(byte[] manifest) {
    return Jwts.builder()
        .header()
        .keyId(KeyIds.of(verifier))
        .and()
        .content(manifest, CONTENT_TYPE)
        .signWith(key, algorithm)
        .compact();
  }

  @Override
  public String toString() {
    return algorithm.getId() + " key " + KeyIds.of(verifier);
  }
}
