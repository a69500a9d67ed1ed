package io.tokentrail.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which keys sign, and which signatures count. */
class SigningKeyTest {

  private static final byte[] MANIFEST = "{\n\"manifest\":1\n}\n".getBytes(StandardCharsets.UTF_8);

  private static void verifies(String pem, KeyPair pair, String algorithm) {
    SigningKey key = SigningKey.of(pem);
    String jws = key.sign(MANIFEST);
    assertEquals(algorithm, key.seal().algorithm());
    assertEquals(Sha256.of(pair.getPublic().getEncoded()), key.seal().keyId());
    assertEquals(Optional.empty(), JwsCheck.carries(jws, MANIFEST));
    assertEquals(Optional.empty(), JwsCheck.signedBy(jws, pair.getPublic()));
  }

  @Test
  void eachKindOfKeySignsInEachFormThatItComesIn() {
    KeyPair ed = Pem.ed25519();
    KeyPair ec = Pem.ec("secp256r1");
    KeyPair rsa = Pem.rsa(2048);
    verifies(Pem.of(ed.getPrivate()), ed, "EdDSA");
    verifies(Pem.of(ec.getPrivate()), ec, "ES256");
    verifies(Pem.of(rsa.getPrivate()), rsa, "RS256");
    verifies(Pem.traditional(rsa.getPrivate()), rsa, "RS256");
    verifies(
        Pem.block("EC PARAMETERS", new byte[] {6, 1, 1}) + Pem.traditional(ec.getPrivate()),
        ec,
        "ES256");
    verifies(Pem.of(ed.getPrivate()).replace("\n", "\r\n"), ed, "EdDSA");
  }

  @Test
  void anotherProgramVerifiesTheSignature() throws Exception {
    KeyPair ed = Pem.ed25519();
    String[] parts = SigningKey.of(Pem.of(ed.getPrivate())).sign(MANIFEST).split("\\.", -1);
    Signature plain = Signature.getInstance("Ed25519");
    plain.initVerify(ed.getPublic());
    plain.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertTrue(plain.verify(Base64.getUrlDecoder().decode(parts[2])));
  }

  @Test
  void ed25519AndRsaSignTheSameBytesTheSameWay() {
    SigningKey ed = SigningKey.of(Pem.of(Pem.ed25519().getPrivate()));
    SigningKey rsa = SigningKey.of(Pem.of(Pem.rsa(2048).getPrivate()));
    SigningKey ec = SigningKey.of(Pem.of(Pem.ec("secp256r1").getPrivate()));
    assertEquals(ed.sign(MANIFEST), ed.sign(MANIFEST));
    assertEquals(rsa.sign(MANIFEST), rsa.sign(MANIFEST));
    assertNotEquals(ec.sign(MANIFEST), ec.sign(MANIFEST), "a random number is part of it");
  }

  @Test
  void whatCannotSignIsToldAndNothingOfTheKeyIsRepeated() {
    KeyPair ed = Pem.ed25519();
    byte[] der = ed.getPrivate().getEncoded();
    byte[] cut = Arrays.copyOf(der, der.length - 5);
    for (List<String> each :
        List.of(
            List.of(Pem.block("ENCRYPTED PRIVATE KEY", der), "encrypted"),
            List.of(
                Pem.block("RSA PRIVATE KEY", der)
                    .replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n"),
                "encrypted"),
            List.of(Pem.of(ed.getPublic()), "public key"),
            List.of(Pem.block("CERTIFICATE", der), "public key"),
            List.of(Pem.block("OPENSSH PRIVATE KEY", der), "OPENSSH"),
            List.of(Pem.block("PRIVATE KEY", cut), "damaged"),
            List.of(Pem.of(ed.getPrivate()).substring(0, 60), "cut off"),
            List.of("remember the milk\n", "no PEM"),
            List.of("", "no PEM"),
            List.of(Pem.of(Pem.rsa(1024).getPrivate()), "2048"),
            List.of(Pem.of(Pem.ec("secp384r1").getPrivate()), "P-256"),
            List.of(Pem.traditional(Pem.ec("secp384r1").getPrivate()), "P-256"))) {
      UnusableKey e =
          assertThrows(UnusableKey.class, () -> SigningKey.of(each.get(0)), each.get(1));
      assertTrue(e.getMessage().contains(each.get(1)), e.getMessage());
      for (String line : each.get(0).lines().filter(l -> l.length() > 40).toList()) {
        assertFalse(e.getMessage().contains(line), e.getMessage());
      }
      assertEquals(null, e.getCause(), "a cause may quote the key");
    }
  }

  @Test
  void aKeyIsNotToldByItsName() {
    KeyPair ed = Pem.ed25519();
    String secret = Base64.getEncoder().encodeToString(ed.getPrivate().getEncoded());
    SigningKey key = SigningKey.of(Pem.of(ed.getPrivate()));
    assertFalse(key.toString().contains(secret.substring(20, 40)), key.toString());
  }

  @Test
  void aHeaderCannotChooseHowItIsChecked() {
    KeyPair rsa = Pem.rsa(2048);
    KeyPair ed = Pem.ed25519();
    String unsigned = part("{\"alg\":\"none\",\"cty\":\"x\"}") + "." + part(MANIFEST) + ".";
    byte[] known = rsa.getPublic().getEncoded();
    String shared =
        Jwts.builder()
            .content(MANIFEST, "x")
            .signWith(Keys.hmacShaKeyFor(known), Jwts.SIG.HS256)
            .compact();
    String sharedPem =
        Jwts.builder()
            .content(MANIFEST, "x")
            .signWith(Keys.hmacShaKeyFor(Pem.of(rsa.getPublic()).getBytes(StandardCharsets.UTF_8)))
            .compact();
    String stronger =
        Jwts.builder().content(MANIFEST, "x").signWith(rsa.getPrivate(), Jwts.SIG.PS256).compact();
    String edSigned = SigningKey.of(Pem.of(ed.getPrivate())).sign(MANIFEST);
    String claims =
        Jwts.builder().subject("x").signWith(rsa.getPrivate(), Jwts.SIG.RS256).compact();
    for (String jws :
        List.of(
            unsigned, shared, sharedPem, stronger, edSigned, claims, "", "a.b", "..", "x.y.z")) {
      assertTrue(JwsCheck.signedBy(jws, rsa.getPublic()).isPresent(), jws);
    }
    assertTrue(JwsCheck.signedBy(edSigned, Pem.ed25519().getPublic()).isPresent());
    assertTrue(JwsCheck.signedBy(edSigned, Pem.rsa(1024).getPublic()).isPresent());
  }

  @Test
  void aFlippedBitAnywhereIsNoSignature() {
    KeyPair ed = Pem.ed25519();
    String jws = SigningKey.of(Pem.of(ed.getPrivate())).sign(MANIFEST);
    for (int i = 0; i < jws.length(); i++) {
      if (jws.charAt(i) == '.') {
        continue;
      }
      char other = jws.charAt(i) == 'A' ? 'E' : 'A';
      String changed = jws.substring(0, i) + other + jws.substring(i + 1);
      if (sameBytes(changed, jws)) {
        continue;
      }
      boolean refused =
          JwsCheck.carries(changed, MANIFEST).isPresent()
              || JwsCheck.signedBy(changed, ed.getPublic()).isPresent();
      assertTrue(refused, "character " + i);
    }
  }

  /** The last character of a part has bits that stand for nothing. */
  private static boolean sameBytes(String a, String b) {
    String[] x = a.split("\\.", -1);
    String[] y = b.split("\\.", -1);
    for (int i = 0; i < 3; i++) {
      if (!Arrays.equals(
          Base64.getUrlDecoder().decode(x[i]), Base64.getUrlDecoder().decode(y[i]))) {
        return false;
      }
    }
    return true;
  }

  private static String part(String text) {
    return part(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
