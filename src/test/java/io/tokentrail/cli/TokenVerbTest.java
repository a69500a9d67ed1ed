package io.tokentrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb {@code token}, with tokens and keys made here. */
class TokenVerbTest {

  private static final KeyPair OURS = Jwts.SIG.RS256.keyPair().build();
  private static final KeyPair OTHERS = Jwts.SIG.RS256.keyPair().build();
  private static final String NOW = "2026-05-04T10:00:00Z";

  @TempDir Path dir;

  private String token(long issuedAt, long seconds) throws IOException {
    String jwt =
        Jwts.builder()
            .issuer("https://kubernetes.default.svc")
            .subject("system:serviceaccount:shop:cart")
            .audience()
            .add("https://kubernetes.default.svc")
            .and()
            .claim("iat", issuedAt)
            .claim("exp", issuedAt + seconds)
            .id("0c9ab1d2")
            .claim(
                "kubernetes.io",
                Map.of(
                    "namespace", "shop",
                    "serviceaccount", Map.of("name", "cart", "uid", "u-1"),
                    "pod", Map.of("name", "cart-0", "uid", "p-1")))
            .signWith(OURS.getPrivate())
            .compact();
    return Files.writeString(dir.resolve("token"), jwt).toString();
  }

  private String written(JwtBuilder claims) throws IOException {
    return Files.writeString(dir.resolve("token"), claims.signWith(OURS.getPrivate()).compact())
        .toString();
  }

  /** An injected token of 09:30:00 as the API server extends it. */
  private String extended(String issuer) throws IOException {
    return written(
        Jwts.builder()
            .issuer(issuer)
            .subject("system:serviceaccount:shop:cart")
            .claim("aud", List.of(issuer))
            .claim("iat", 1777887000)
            .claim("exp", 1777887000 + 31_536_000)
            .claim(
                "kubernetes.io",
                Map.of(
                    "namespace",
                    "shop",
                    "serviceaccount",
                    Map.of("name", "cart", "uid", "u-1"),
                    "pod",
                    Map.of("name", "cart-0", "uid", "p-1"),
                    "warnafter",
                    1777887000 + 3607)));
  }

  private static void says(Run run, String... all) {
    // lines are folded to the width of the screen
    String out = run.out().replaceAll("\\s+", " ");
    for (String said : all) {
      assertTrue(out.contains(said), said + " in:\n" + run.out());
    }
  }

  private String keys(KeyPair pair) throws IOException {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPublic().getEncoded());
    return Files.writeString(
            dir.resolve("sa.pub"),
            "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n")
        .toString();
  }

  /** 09:30:00, an hour's token: 48 minutes to the refresh. */
  private String hourly() throws IOException {
    return token(1777887000, 3600);
  }

  @Test
  void itSaysWhoseTheTokenIsWhenItIsRefreshedAndWhenItDies() throws IOException {
    Run run = Run.of("token", hourly(), "--now", NOW);
    assertEquals(0, run.code(), run.err());
    for (String said :
        List.of(
            "not extended",
            "shop/cart",
            "cart-0",
            "2026-05-04T10:18:00Z",
            "2026-05-04T10:30:00Z",
            "refused from 2026-05-04T10:31:00Z",
            "30 min left",
            "not checked")) {
      assertTrue(run.out().contains(said), said + " in:\n" + run.out());
    }
  }

  @Test
  void anExtendedTokenIsRefreshedAfter48MinutesAndDiesAYearLater() throws IOException {
    Run run = Run.of("token", extended("https://kubernetes.default.svc"), "--now", NOW);
    assertEquals(0, run.code(), run.err());
    says(
        run,
        "extended: refreshed as if it lived 60 min 7 s",
        "refresh 2026-05-04T10:18:05.600Z at 80 % of its life",
        "stale from 2026-05-04T10:30:07Z",
        "expires 2027-05-04T09:30:00Z refused from 2027-05-04T09:31:00Z on",
        "EKS refuses it 90 days after issue",
        "up to 10 s");
  }

  @Test
  void onEksAnExtendedTokenDiesAfter90Days() throws IOException {
    says(
        Run.of("token", extended("https://oidc.eks.eu-west-1.amazonaws.com/id/AB12"), "--now", NOW),
        "EKS refuses it earlier, from 2026-08-02T09:30:00Z on");
  }

  @Test
  void aTokenFromTheFutureIsNotValidYet() throws IOException {
    says(
        Run.of("token", hourly(), "--now", "2026-05-04T09:00:00Z"),
        "not valid before 2026-05-04T09:29:00Z");
  }

  @Test
  void aTokenInItsLastMinuteIsStillAccepted() throws IOException {
    says(
        Run.of("token", hourly(), "--now", "2026-05-04T10:30:20Z"),
        "expired, accepted for another 40 s");
  }

  @Test
  void aSecretBasedTokenNeverExpiresAndDiesWithItsSecret() throws IOException {
    Run run =
        Run.of(
            "token",
            written(
                Jwts.builder()
                    .issuer("kubernetes/serviceaccount")
                    .subject("system:serviceaccount:ci:deployer")
                    .claim("kubernetes.io/serviceaccount/namespace", "ci")
                    .claim("kubernetes.io/serviceaccount/secret.name", "deployer-token")
                    .claim("kubernetes.io/serviceaccount/service-account.name", "deployer")
                    .claim("kubernetes.io/serviceaccount/service-account.uid", "u-9")),
            "--now",
            NOW);
    assertEquals(0, run.code(), run.err());
    says(run, "it never expires", "account ci/deployer", "secret deployer-token", "dies with its");
  }

  @Test
  void aJwtOfSomebodyElseIsSaidToBeOne() throws IOException {
    Run run =
        Run.of(
            "token",
            written(Jwts.builder().issuer("https://id.example.net").subject("ann")),
            "--now",
            NOW);
    assertEquals(0, run.code(), run.err());
    says(run, "no service-account token");
  }

  @Test
  void keysThatAreNoneAreNothingRead() throws IOException {
    String empty = Files.writeString(dir.resolve("empty.pem"), "no key\n").toString();
    assertEquals(3, Run.of("token", hourly(), "--keys", empty).code());
    assertEquals(3, Run.of("token", dir.resolve("missing").toString()).code());
  }

  @Test
  void anExpiredTokenStillDecodes() throws IOException {
    Run run = Run.of("token", token(1777880000, 600), "--now", NOW);
    assertEquals(0, run.code());
    assertTrue(run.out().contains("Expired") && run.out().contains("ago"), run.out());
  }

  @Test
  void theClustersKeyVerifiesIt() throws IOException {
    Run run = Run.of("token", hourly(), "--keys", keys(OURS), "--now", NOW);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("valid (RS256"), run.out());
  }

  @Test
  void anotherClustersKeyDoesNotAndTheExitCodeSaysSo() throws IOException {
    Run run = Run.of("token", hourly(), "--keys", keys(OTHERS), "--now", NOW);
    assertEquals(12, run.code());
    assertTrue(run.out().contains("no given key verifies it"), run.out());
  }

  @Test
  void theTokenIsNeverEchoed() throws IOException {
    String file = hourly();
    String[] parts = Files.readString(Path.of(file)).split("\\.", -1);
    Run good = Run.of("token", file, "--now", NOW);
    Files.writeString(Path.of(file), "x" + parts[0].substring(3) + "!!" + parts[1] + parts[2]);
    Run bad = Run.of("token", file);
    assertEquals(3, bad.code());
    for (String part : parts) {
      for (Run run : List.of(good, bad)) {
        assertFalse(
            (run.out() + run.err()).contains(part.substring(0, Math.min(24, part.length()))));
      }
    }
  }
}
