package io.tokentrail.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskingTest {

  private static String jwt(long seed) {
    byte[] signature = new byte[64];
    new Random(seed).nextBytes(signature);
    return base64("{\"alg\":\"RS256\"}")
        + "."
        + base64("{\"sub\":\"system:serviceaccount:a:b\"}")
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void noSignatureSurvivesWhateverStandsAroundIt() {
    qt().forAll(
            integers().all(),
            strings().basicLatinAlphabet().ofLengthBetween(0, 20),
            strings().basicLatinAlphabet().ofLengthBetween(0, 20))
        .check(
            (seed, before, after) -> {
              String token = jwt(seed);
              String signature = token.substring(token.lastIndexOf('.') + 1);
              return !Masking.of(before + " " + token + " " + after).contains(signature);
            });
  }

  @Test
  void everyPlaceOfATokenIsMasked() {
    String opaque = "0123456789abcdefghij";
    List<String> texts =
        List.of(
            "Authorization: Bearer " + opaque,
            "GET /api?access_token=" + opaque + "&watch=1",
            "{\"token\":\"" + opaque + "\"}",
            "{\\\"token\\\": \\\"" + opaque + "\\\"}",
            "oauth sha256~" + opaque,
            "data: " + Base64.getEncoder().encodeToString(jwt(1).getBytes(StandardCharsets.UTF_8)));
    for (String text : texts) {
      String masked = Masking.of(text);
      assertTrue(masked.contains(Masking.MASK), masked);
      assertFalse(masked.contains(opaque), masked);
    }
  }

  @Test
  void ordinaryTextsStayAsTheyAre() {
    for (String text :
        List.of(
            "[invalid bearer token, service account token has expired]",
            "failed to fetch token: Unauthorized",
            "secrets \"deployer-token\" not found",
            "basic auth is off")) {
      assertEquals(text, Masking.of(text));
    }
  }

  @Test
  void aSampleIsShortPrintableAndMasked() {
    String sample = Masking.sample("x\n\u0007" + jwt(2) + " ".repeat(3) + "y".repeat(500));
    assertTrue(sample.length() <= 120);
    assertTrue(sample.startsWith("x  " + Masking.MASK));
  }
}
