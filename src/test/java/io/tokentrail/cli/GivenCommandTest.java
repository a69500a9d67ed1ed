package io.tokentrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What is kept of a command line. */
class GivenCommandTest {

  private static final CommandSpec ANALYZE =
      new CommandLine(new Main()).getSubcommands().get("analyze").getCommandSpec();

  private static List<String> kept(boolean fixed, String... args) {
    return GivenCommand.of(ANALYZE, List.of(args), fixed);
  }

  @Test
  void itIsKeptAsItWasGiven() {
    assertEquals(
        List.of("tokentrail", "analyze", "a b.log", "--out", "r", "--look-back=30", "--strict"),
        kept(false, "analyze", "a b.log", "--out", "r", "--look-back=30", "--strict"));
  }

  @Test
  void withAFixedTimeWhereAndHowItRanIsLeftOut() {
    String[] args = {
      "analyze",
      "x",
      "--out",
      "r",
      "--threads=3",
      "--force",
      "--now",
      "2026-05-04T03:00:00Z",
      "--quiet",
      "--signing-key",
      "k.pem",
      "--look-back",
      "30",
      "--config=c.yaml"
    };
    assertEquals(
        List.of("tokentrail", "analyze", "x", "--now", "2026-05-04T03:00:00Z", "--look-back", "30"),
        kept(true, args));
  }

  @Test
  void nothingSecretIsKept() {
    String token =
        Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"x\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"sub\":\"x\"}".getBytes(StandardCharsets.UTF_8))
            + ".c2lnbmF0dXJl";
    List<String> all =
        kept(
            false,
            "analyze",
            token,
            "s3a://AKIA:hunter2@bucket/audit/",
            "https://host/log?X-Amz-Signature=deadbeef",
            "--signing-key",
            "/home/me/secret-place.pem",
            "--signing-key=/home/me/secret-place.pem",
            "--cluster",
            token,
            "--keys=s3a://AKIA:hunter2@bucket/keys");
    for (String secret : List.of("c2lnbmF0", "hunter2", "AKIA", "deadbeef", "secret-place")) {
      assertFalse(all.toString().contains(secret), all.toString());
    }
    assertEquals("s3a://[masked]@bucket/audit/", all.get(3));
  }
}
