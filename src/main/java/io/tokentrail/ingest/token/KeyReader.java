package io.tokentrail.ingest.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import io.tokentrail.ingest.source.Json;
import io.tokentrail.ingest.source.Tally;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads public keys: JWKS, discovery documents, PEM. */
public final class KeyReader {

  private static final int LARGEST = 8 << 20;

  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (PUBLIC KEY|RSA PUBLIC KEY|CERTIFICATE)-----([^-]*)-----END \\1-----");

  /** What an RSA key in PKCS#1 lacks to be a SubjectPublicKeyInfo: the algorithm's identifier. */
  private static final byte[] RSA_ALGORITHM = {
    0x30,
    0x0d,
    0x06,
    0x09,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xf7,
    0x0d,
    0x01,
    0x01,
    0x01,
    0x05,
    0x00
  };

  private final Tally tally;
  private final List<KeySet.Named> keys = new ArrayList<>();
  private final List<String> issuers = new ArrayList<>();

  private KeyReader(Tally tally) {
    this.tally = tally;
  }

  /** The keys of a file; what is none of them is a reject. */
  public static KeySet read(InputStream unpacked, Tally tally) throws IOException {
    KeyReader reader = new KeyReader(tally);
    try (InputStream in = unpacked) {
      String text = KeySet.start(in.readNBytes(LARGEST));
      boolean json = text.startsWith("{") || text.startsWith("[");
      if (json && text.contains("-----BEGIN ")) {
        // a ConfigMap, as OpenShift keeps them in sa-token-signing-certs
        reader.pem(text.replace("\\n", "\n"));
      } else if (json) {
        reader.json(Json.read(text));
      } else if (text.indexOf("-----BEGIN ") < 0) {
        reader.json(Json.within(text));
      } else {
        reader.pem(text);
      }
    }
    return new KeySet(reader.keys, reader.issuers);
  }

  private void json(JsonNode document) {
    String issuer = Json.text(document, "issuer");
    if (!issuer.isEmpty()) {
      issuers.add(issuer);
      tally.record();
    }
    JsonNode set =
        document.has("kty") ? Json.MAPPER.createArrayNode().add(document) : document.path("keys");
    long item = 0;
    for (JsonNode key : set) {
      item++;
      jwk(key, item);
    }
    if (issuer.isEmpty() && item == 0) {
      tally.rejectItem(1, "no keys and no issuer", Json.text(document, "message"));
    }
  }

  private void jwk(JsonNode node, long item) {
    try {
      Jwk<?> jwk = Jwks.parser().build().parse(node.toString());
      Key key = jwk.toKey();
      if (key instanceof PublicKey usable) {
        String id = Json.text(node, "kid");
        keys.add(new KeySet.Named(id.isEmpty() ? id(usable) : id, usable));
        tally.record();
      } else {
        tally.rejectItem(item, "no public key", "");
      }
    } catch (JwtException | IllegalArgumentException e) {
      tally.rejectItem(item, "no usable key of type " + Json.text(node, "kty"), "");
    }
  }

  private void pem(String text) {
    Matcher blocks = PEM.matcher(text);
    long item = 0;
    while (blocks.find()) {
      item++;
      try {
        byte[] der = Base64.getMimeDecoder().decode(blocks.group(2).strip());
        Optional<PublicKey> key = key(blocks.group(1), der);
        if (key.isPresent()) {
          keys.add(new KeySet.Named(id(key.get()), key.get()));
          tally.record();
        } else {
          tally.rejectItem(item, "a key of an unknown type", "");
        }
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        tally.rejectItem(item, "no usable " + blocks.group(1), "");
      }
    }
    if (item == 0) {
      tally.rejectItem(1, "no public key in it", "");
    }
  }

  private static Optional<PublicKey> key(String type, byte[] der) throws GeneralSecurityException {
    if (type.equals("CERTIFICATE")) {
      return Optional.of(
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der))
              .getPublicKey());
    }
    byte[] info = type.equals("RSA PUBLIC KEY") ? wrapped(der) : der;
    return Stream.of("RSA", "EC", "Ed25519").flatMap(name -> key(info, name)).findFirst();
  }

  /** A key's encoding names its algorithm: the others refuse it. */
  private static Stream<PublicKey> key(byte[] info, String algorithm) {
    try {
      return Stream.of(
          KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(info)));
    } catch (GeneralSecurityException e) {
      return Stream.empty();
    }
  }

  /** SEQUENCE { algorithm, BIT STRING { the key } }. */
  private static byte[] wrapped(byte[] key) {
    byte[] bits = der(0x03, join(new byte[] {0}, key));
    return der(0x30, join(RSA_ALGORITHM, bits));
  }

  private static byte[] der(int tag, byte[] content) {
    int n = content.length;
    byte[] length =
        n < 128
            ? new byte[] {(byte) tag, (byte) n}
            : n < 256
                ? new byte[] {(byte) tag, (byte) 0x81, (byte) n}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (n >> 8), (byte) n};
    return join(length, content);
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** Kubernetes' own key id: base64url of the SHA-256 of the public key's DER (jwt.go). */
  private static String id(PublicKey key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
