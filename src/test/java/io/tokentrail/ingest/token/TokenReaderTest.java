package io.tokentrail.ingest.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jsonwebtoken.Jwts;
import io.tokentrail.ingest.source.Compression;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Tally;
import io.tokentrail.model.Account;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Place;
import io.tokentrail.model.Token;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenReaderTest {

  private static final Place PLACE = new Place("t.jwt", 1);

  private static KeyPair ours;
  private static KeyPair theirs;

  @BeforeAll
  static void makeKeys() {
    ours = Jwts.SIG.RS256.keyPair().build();
    theirs = Jwts.SIG.ES256.keyPair().build();
  }

  private static Tally tally(InputFile.Kind kind) {
    return new Tally(new Offered("t.jwt", "t.jwt", 0, Compression.NONE, kind, "", ""), 100);
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String bound(KeyPair signer) {
    return Jwts.builder()
        .header()
        .keyId("key-1")
        .and()
        .claim("iss", "https://issuer")
        .claim("sub", "system:serviceaccount:shop:cart")
        .claim("aud", List.of("https://issuer"))
        .claim("iat", 1740823200)
        .claim("nbf", 1740823200)
        .claim("exp", 1740823200 + 31536000)
        .claim("jti", "11111111-2222")
        .claim(
            "kubernetes.io",
            Map.of(
                "namespace", "shop",
                "serviceaccount", Map.of("name", "cart", "uid", "sa-uid"),
                "pod", Map.of("name", "cart-1", "uid", "pod-uid"),
                "node", Map.of("name", "n1", "uid", "node-uid"),
                "warnafter", 1740823200 + 3607))
        .signWith(signer.getPrivate())
        .compact();
  }

  private static String legacy(KeyPair signer) {
    return Jwts.builder()
        .claim("iss", "kubernetes/serviceaccount")
        .claim("sub", "system:serviceaccount:ci:robot")
        .claim("kubernetes.io/serviceaccount/namespace", "ci")
        .claim("kubernetes.io/serviceaccount/secret.name", "robot-token")
        .claim("kubernetes.io/serviceaccount/service-account.name", "robot")
        .claim("kubernetes.io/serviceaccount/service-account.uid", "robot-uid")
        .signWith(signer.getPrivate())
        .compact();
  }

  private static KeySet pem(KeyPair pair) throws IOException {
    String body = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
    return KeyReader.read(
        in("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n"),
        tally(InputFile.Kind.KEYS));
  }

  @Test
  void aBoundTokenTellsItsPodItsNodeAndItsLifetime() {
    Token token = new TokenReader(KeySet.NONE).parse(bound(ours), PLACE).orElseThrow();
    assertEquals(Token.Kind.BOUND, token.kind());
    assertEquals(Optional.of(new Account("shop", "cart")), token.account());
    assertEquals("sa-uid", token.accountUid());
    assertEquals("cart-1", token.podName());
    assertEquals("pod-uid", token.podUid());
    assertEquals("n1", token.nodeName());
    assertEquals("11111111-2222", token.credentialId());
    assertEquals("key-1", token.keyId());
    assertEquals(List.of("https://issuer"), token.audiences());
    assertEquals(1740823200, token.issuedAtSecond());
    assertEquals(1740823200 + 31536000, token.expiresAtSecond());
    assertEquals(1740823200 + 3607, token.warnAfterSecond());
    assertEquals(Token.Signature.UNCHECKED, token.signature());
  }

  @Test
  void aLegacyTokenTellsItsSecretAndNoTime() {
    Token token = new TokenReader(KeySet.NONE).parse(legacy(ours), PLACE).orElseThrow();
    assertEquals(Token.Kind.LEGACY, token.kind());
    assertEquals("robot-token", token.secretName());
    assertEquals("robot-uid", token.accountUid());
    assertEquals(0, token.expiresAtSecond());
    assertTrue(token.audiences().isEmpty());
  }

  @Test
  void aSignatureIsCheckedAgainstTheGivenKeysAlsoAfterExpiry() throws IOException {
    TokenReader reader = new TokenReader(KeySet.of(List.of(pem(theirs), pem(ours))));
    assertEquals(Token.Signature.VALID, signature(reader, bound(ours)));
    assertEquals(Token.Signature.VALID, signature(reader, bound(theirs)));
    assertEquals(Token.Signature.VALID, signature(reader, legacy(ours)));
    TokenReader foreign = new TokenReader(pem(theirs));
    assertEquals(Token.Signature.INVALID, signature(foreign, bound(ours)));
  }

  @Test
  void aChangedTokenIsInvalid() throws IOException {
    String token = bound(ours);
    int dot = token.lastIndexOf('.');
    char first = token.charAt(dot + 1) == 'A' ? 'B' : 'A';
    String changed = token.substring(0, dot + 1) + first + token.substring(dot + 2);
    assertEquals(Token.Signature.INVALID, signature(new TokenReader(pem(ours)), changed));
  }

  @Test
  void theAlgorithmNoneVerifiesNothing() throws IOException {
    String token = bound(ours);
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    String unsigned = none + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
    assertEquals(Token.Signature.INVALID, signature(new TokenReader(pem(ours)), unsigned));
  }

  private static Token.Signature signature(TokenReader reader, String jwt) {
    return reader.parse(jwt, PLACE).orElseThrow().signature();
  }

  @Test
  void aFileHoldsOneTokenALine() throws IOException {
    Tally tally = tally(InputFile.Kind.TOKEN);
    List<Token> tokens =
        new TokenReader(KeySet.NONE)
            .read(in(bound(ours) + "\r\n\nno token\n" + legacy(ours)), tally);
    assertEquals(List.of(1L, 4L), tokens.stream().map(t -> t.place().line()).toList());
    assertEquals("line:3", tally.rejects().get(0).positionText());
    assertEquals(2, tally.row("", 0).records());
    assertEquals(1, tally.row("", 0).rejected());
  }

  @Test
  void aTokenRequestHoldsItsTokenInTheStatus() throws IOException {
    String request = "{\"kind\":\"TokenRequest\",\"status\":{\"token\":\"" + bound(ours) + "\"}}";
    List<Token> tokens =
        new TokenReader(KeySet.NONE).read(in(request), tally(InputFile.Kind.TOKEN));
    assertEquals("cart-1", tokens.get(0).podName());
  }

  @Test
  void nothingThatIsKeptCanBeUsedToLogIn() {
    String jwt = bound(ours);
    Token token = new TokenReader(KeySet.NONE).parse(jwt, PLACE).orElseThrow();
    assertFalse(token.toString().contains(jwt.substring(jwt.lastIndexOf('.') + 1)));
    assertEquals(12, token.digest().length());
  }

  @Test
  void pemKeysAreNamedAsTheApiServerNamesThem() throws IOException {
    KeySet keys = pem(ours);
    assertTrue(keys.keys().given());
    assertEquals(43, keys.keys().keyIds().first().length());
  }

  @Test
  void aJwksAndADiscoveryDocumentNameKeysAndIssuer() throws IOException {
    String jwk =
        io.jsonwebtoken.security.Jwks.builder()
            .key((java.security.interfaces.RSAPublicKey) ours.getPublic())
            .id("key-1")
            .build()
            .entrySet()
            .stream()
            .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
            .reduce((a, b) -> a + "," + b)
            .orElseThrow();
    KeySet jwks = KeyReader.read(in("{\"keys\":[{" + jwk + "}]}"), tally(InputFile.Kind.KEYS));
    KeySet discovery =
        KeyReader.read(
            in("{\"issuer\":\"https://issuer\",\"jwks_uri\":\"https://issuer/j\"}"),
            tally(InputFile.Kind.KEYS));
    KeySet both = KeySet.of(List.of(jwks, discovery));
    assertEquals("key-1", both.keys().keyIds().first());
    assertEquals("https://issuer", both.keys().issuers().first());
    assertEquals(Token.Signature.VALID, signature(new TokenReader(both), bound(ours)));
  }

  @Test
  void anAnswerThatHoldsNoKeysIsARejectNotACrash() throws IOException {
    Tally tally = tally(InputFile.Kind.KEYS);
    assertTrue(
        KeyReader.read(in("{\"kind\":\"Status\",\"code\":406,\"message\":\"no\"}"), tally)
            .isEmpty());
    assertEquals(1, tally.row("", 0).rejected());
  }
}
