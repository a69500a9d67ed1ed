package io.tokentrail.evidence;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** Keys made for one test, as the files that people have. */
public final class Pem {

  private Pem() {}

  public static KeyPair ed25519() {
    return pair("Ed25519", "");
  }

  public static KeyPair ec(String curve) {
    return pair("EC", curve);
  }

  public static KeyPair rsa(int bits) {
    return pair("RSA", Integer.toString(bits));
  }

  private static KeyPair pair(String algorithm, String size) {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        keys.initialize(new ECGenParameterSpec(size));
      } else if (!size.isEmpty()) {
        keys.initialize(Integer.parseInt(size));
      }
      return keys.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PKCS#8 of a private key, SubjectPublicKeyInfo of a public one. */
  public static String of(Key key) {
    String type = key.getFormat().equals("PKCS#8") ? "PRIVATE KEY" : "PUBLIC KEY";
    return block(type, key.getEncoded());
  }

  /** The older form: what PKCS#8 wraps in its last field. */
  public static String traditional(Key key) {
    byte[] pkcs8 = key.getEncoded();
    int at = content(pkcs8, 0);
    at = end(pkcs8, at);
    at = end(pkcs8, at);
    byte[] inner = Arrays.copyOfRange(pkcs8, content(pkcs8, at), end(pkcs8, at));
    return block(key.getAlgorithm() + " PRIVATE KEY", inner);
  }

  public static String block(String type, byte[] der) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + type
        + "-----\n";
  }

  private static int content(byte[] der, int at) {
    int length = der[at + 1] & 0xff;
    return length < 0x80 ? at + 2 : at + 2 + (length & 0x7f);
  }

  private static int end(byte[] der, int at) {
    int length = der[at + 1] & 0xff;
    if (length >= 0x80) {
      int n = length & 0x7f;
      length = 0;
      for (int i = 0; i < n; i++) {
        length = (length << 8) | (der[at + 2 + i] & 0xff);
      }
    }
    return content(der, at) + length;
  }
}
