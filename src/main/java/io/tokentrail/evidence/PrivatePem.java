package io.tokentrail.evidence;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key's PEM as PKCS#8, the one form that Java reads. */
final class PrivatePem {

  /** A certificate or the parameters of a curve may stand before the key. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private static final Pattern ANY = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");

  /** What the older forms lack: the algorithm's identifier (RFC 8017 A.1, RFC 5480 2.1.1). */
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

  private static final byte[] EC_P256 =
      HexFormat.of().parseHex("301306072a8648ce3d020106082a8648ce3d030107");

  private static final String SCALAR_OF_32 = "0201010420";
  private static final String NAMES_P256 = "a00a06082a8648ce3d030107";
  private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;

  private PrivatePem() {}

  static byte[] pkcs8(String pem) {
    Matcher block = BLOCK.matcher(pem);
    if (!block.find()) {
      throw new UnusableKey(instead(pem));
    }
    String type = block.group(1);
    String body = block.group(2);
    if (type.startsWith("ENCRYPTED") || body.contains("ENCRYPTED")) {
      throw new UnusableKey(
          "its key is encrypted, and nobody is asked for passwords here; decrypt it for the run:"
              + " openssl pkey -in KEY -out PLAIN");
    }
    byte[] der = decoded(body);
    return switch (type) {
      case "PRIVATE KEY" -> der;
      case "RSA PRIVATE KEY" -> wrapped(RSA, der);
      case "EC PRIVATE KEY" -> wrapped(EC_P256, onP256(der));
      default ->
          throw new UnusableKey(
              "its key is of the form "
                  + type
                  + "; expected PKCS#8, such as: openssl genpkey -algorithm ed25519 -out KEY");
    };
  }

  private static byte[] decoded(String body) {
    try {
      return Base64.getMimeDecoder().decode(body.strip());
    } catch (IllegalArgumentException e) {
      throw new UnusableKey("its private key is damaged");
    }
  }

  private static String instead(String pem) {
    Matcher any = ANY.matcher(pem);
    if (!any.find()) {
      return "it is no PEM file; expected -----BEGIN PRIVATE KEY-----";
    }
    String type = any.group(1);
    if (type.endsWith("PRIVATE KEY")) {
      return "its private key is cut off";
    }
    return type.endsWith("PUBLIC KEY") || type.equals("CERTIFICATE")
        ? "it holds a public key; signing takes the private one"
        : "it holds a " + type + " and no private key";
  }

  /**
   * SEC1 leaves the curve to an optional field behind the scalar. Where it names another one, the
   * key would be taken for one of this curve.
   */
  private static byte[] onP256(byte[] sec1) {
    String hex = HexFormat.of().formatHex(sec1);
    int scalar = hex.indexOf(SCALAR_OF_32);
    if (scalar != 4 && scalar != 6) {
      throw new UnusableKey("its key is none of " + SealAlgorithms.KEYS);
    }
    String behind = hex.substring(Math.min(hex.length(), scalar + SCALAR_OF_32.length() + 64));
    if (behind.startsWith("a0") && !behind.startsWith(NAMES_P256)) {
      throw new UnusableKey("its key is none of " + SealAlgorithms.KEYS);
    }
    return sec1;
  }

  /** SEQUENCE { version 0, algorithm, OCTET STRING { the key } } (RFC 5208). */
  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return der(SEQUENCE, join(join(VERSION_0, algorithm), der(OCTETS, key)));
  }

  private static byte[] der(int tag, byte[] content) {
    int n = content.length;
    byte[] head =
        n < 128
            ? new byte[] {(byte) tag, (byte) n}
            : n < 256
                ? new byte[] {(byte) tag, (byte) 0x81, (byte) n}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (n >> 8), (byte) n};
    return join(head, content);
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
