package io.tokentrail.cli;

import static io.tokentrail.cli.FolderBytes.files;
import static io.tokentrail.cli.FolderBytes.put;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokentrail.evidence.Pem;
import io.tokentrail.evidence.Sha256;
import io.tokentrail.evidence.SigningKey;
import io.tokentrail.report.json.DamagedReport;
import io.tokentrail.report.json.SavedManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code analyze --evidence} and {@code verify}: whatever is done to a report is seen. */
class VerifyVerbTest {

  private static final String INPUT = "samples/real-cluster/keys";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final KeyPair PAIR = Pem.ed25519();

  @TempDir static Path once;
  @TempDir Path scratch;
  private static Path signed;
  private static Path key;
  private static Path publicKey;
  private Path report;

  @BeforeAll
  static void analyze() throws IOException {
    key = Files.writeString(once.resolve("sign.pem"), Pem.of(PAIR.getPrivate()));
    publicKey = Files.writeString(once.resolve("sign.pub.pem"), Pem.of(PAIR.getPublic()));
    signed = once.resolve("signed");
    Run run = analyze(signed, "--signing-key", key.toString());
    assertEquals(0, run.code(), run.err());
  }

  private static Run analyze(Path out, String... more) {
    List<String> args = new ArrayList<>(List.of("analyze", INPUT, "--out", out.toString()));
    args.addAll(List.of("--evidence", "--quiet", "--now", "2026-11-26T13:00:00Z"));
    args.addAll(List.of(more));
    return Run.of(args.toArray(String[]::new));
  }

  @BeforeEach
  void copy() throws IOException {
    report = scratch.resolve("report");
    put(files(signed), report);
  }

  private Run verify(String... more) {
    List<String> args = new ArrayList<>(List.of("verify", report.toString()));
    args.addAll(List.of(more));
    return Run.of(args.toArray(String[]::new));
  }

  private Run withKey(String... more) {
    List<String> args = new ArrayList<>(List.of("--public-key", publicKey.toString()));
    args.addAll(List.of(more));
    return verify(args.toArray(String[]::new));
  }

  private void fails(Run run, String... told) {
    assertEquals(12, run.code(), run.out() + run.err());
    String flat = run.out().replaceAll("\\s+", " ");
    for (String part : told) {
      assertTrue(flat.contains(part), part + " in:\n" + run.out());
    }
  }

  @Test
  void whatWasWrittenVerifies() {
    Run run = withKey("--require-signature", "--inputs", INPUT);
    assertEquals(0, run.code(), run.out() + run.err());
    assertTrue(run.out().contains("is as it was written"), run.out());
    assertTrue(run.out().contains("valid: by the given key"), run.out());
    run.out().lines().forEach(l -> assertTrue(l.length() <= 80, l));
    assertEquals(0, verify().code(), "without a key the signature is not checked");
    assertTrue(verify().out().contains("not checked"), verify().out());
  }

  @Test
  void oneFlippedBitInAnyFileIsSeenAndItsFileNamed() throws IOException {
    for (Map.Entry<String, byte[]> file : files(report).entrySet()) {
      for (int at : new int[] {0, file.getValue().length / 2, file.getValue().length - 2}) {
        byte[] changed = file.getValue().clone();
        changed[at] ^= 1;
        Files.write(report.resolve(file.getKey()), changed);
        fails(withKey(), file.getKey());
        fails(verify());
      }
      Files.write(report.resolve(file.getKey()), file.getValue());
    }
    assertEquals(0, withKey().code());
  }

  @Test
  void eachMissingFileIsSeen() throws IOException {
    for (Map.Entry<String, byte[]> file : files(report).entrySet()) {
      Files.delete(report.resolve(file.getKey()));
      fails(verify(), file.getKey());
      Files.write(report.resolve(file.getKey()), file.getValue());
    }
  }

  @Test
  void extraRenamedSwappedAndLinkedFilesAreSeen() throws IOException {
    Files.writeString(report.resolve("csv/more.csv"), "x");
    fails(withKey(), "extra csv/more.csv");
    Files.delete(report.resolve("csv/more.csv"));

    Path findings = report.resolve("csv/findings.csv");
    Path controls = report.resolve("csv/controls.csv");
    Path aside = report.resolve("csv/findings-1.csv");
    Files.move(findings, aside);
    fails(withKey(), "missing csv/findings.csv", "extra csv/findings-1.csv");
    Files.move(controls, findings);
    Files.move(aside, controls);
    fails(withKey(), "changed csv/findings.csv", "changed csv/controls.csv");
    Files.move(controls, aside);
    Files.move(findings, controls);
    Files.move(aside, findings);
    assertEquals(0, withKey().code());

    Path outside = Files.copy(findings, scratch.resolve("elsewhere.csv"));
    Files.delete(findings);
    Files.createSymbolicLink(findings, outside);
    fails(withKey(), "changed csv/findings.csv", "a link");
  }

  /** A forger who knows the format: changes a table and everything that follows from it. */
  private ObjectNode forged() throws IOException {
    ObjectNode manifest =
        (ObjectNode) JSON.readTree(report.resolve("evidence/manifest.json").toFile());
    Path table = report.resolve("csv/findings.csv");
    Files.writeString(table, "nothing to see here\n");
    for (JsonNode output : manifest.get("outputs")) {
      if (output.get("path").asText().equals("csv/findings.csv")) {
        ((ObjectNode) output).put("sha256", Sha256.of(table)).put("bytes", Files.size(table));
      }
    }
    return manifest;
  }

  private void settle(ObjectNode manifest, String jws) throws IOException {
    Path evidence = report.resolve("evidence");
    Files.writeString(evidence.resolve("manifest.json"), manifest.toString());
    if (jws.isEmpty()) {
      Files.deleteIfExists(evidence.resolve("manifest.jws"));
    } else {
      Files.writeString(evidence.resolve("manifest.jws"), jws);
    }
    Files.delete(evidence.resolve("checksums.txt"));
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, byte[]> file : files(report).entrySet()) {
      lines.append(Sha256.of(file.getValue())).append("  ").append(file.getKey()).append('\n');
    }
    Files.writeString(evidence.resolve("checksums.txt"), lines);
  }

  private static byte[] bytes(JsonNode manifest) {
    return manifest.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aManifestThatSomebodyElseSignedIsSeenByTheKeyAlone() throws IOException {
    SigningKey other = SigningKey.of(Pem.of(Pem.ed25519().getPrivate()));
    ObjectNode manifest = forged();
    ((ObjectNode) manifest.get("signature")).put("key_sha256", other.seal().keyId());
    settle(manifest, other.sign(bytes(manifest)));
    fails(withKey(), "not by the given key");
    fails(verify("--require-signature"), "--public-key");
    Run unaware = verify();
    assertEquals(0, unaware.code(), "consistent forgery cannot be seen without the key");
    assertTrue(unaware.out().contains("was not checked"), unaware.out());
  }

  @Test
  void aSignatureThatWasTakenAwayIsSeenByWhoExpectsOne() throws IOException {
    ObjectNode manifest = forged();
    ((ObjectNode) manifest.get("signature")).removeAll().put("signed", false);
    settle(manifest, "");
    fails(withKey(), "nobody signed it");
    fails(verify("--require-signature"), "nobody signed it");
    assertEquals(0, verify().code());
  }

  @Test
  void theRightSignatureOfAnotherManifestIsSeen() throws IOException {
    String old = Files.readString(report.resolve("evidence/manifest.jws"));
    settle(forged(), old);
    fails(withKey(), "signs another manifest");
    fails(verify(), "signs another manifest");
  }

  @Test
  void tricksWithTheAlgorithmAreRefused() throws IOException {
    String jws = Files.readString(report.resolve("evidence/manifest.jws")).strip();
    String payload = jws.split("\\.", -1)[1];
    ObjectNode manifest =
        (ObjectNode) JSON.readTree(report.resolve("evidence/manifest.json").toFile());
    String none = part("{\"alg\":\"none\"}") + "." + payload + ".";
    Files.writeString(report.resolve("evidence/manifest.jws"), none);
    fails(withKey(), "evidence/manifest.jws");
    settle(manifest, none);
    fails(withKey(), "evidence/manifest.jws");

    Path rsa = Files.writeString(scratch.resolve("rsa.pub"), Pem.of(Pem.rsa(2048).getPublic()));
    settle(manifest, SigningKey.of(Pem.of(PAIR.getPrivate())).sign(bytes(manifest)));
    assertEquals(0, withKey().code());
    fails(verify("--public-key", rsa.toString()), "not by the given key");
  }

  private static String part(String text) {
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aManifestThatTwoReadersReadDifferentlyIsDamaged() throws IOException {
    Path file = report.resolve("evidence/manifest.json");
    String text = Files.readString(file);
    for (String changed :
        List.of(
            text.replaceFirst("\\{", "{\"outputs\":[],"),
            text + "{}",
            text.replace("\"manifest\":1", "\"manifest\":2"),
            "[]",
            "")) {
      Files.writeString(file, changed);
      fails(verify(), "evidence/manifest.json");
    }
  }

  @Test
  void inputsAreFoundWhereTheyAreAndSeenWhenTheyChanged() throws IOException {
    Path moved = scratch.resolve("moved");
    put(files(Path.of(INPUT)), moved);
    Run run = withKey("--inputs", moved.toString());
    assertEquals(0, run.code(), run.out());
    assertTrue(run.out().contains("elsewhere now"), run.out());

    Path first = moved.resolve(files(moved).keySet().iterator().next());
    byte[] bytes = Files.readAllBytes(first);
    Files.write(
        first, (new String(bytes, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8));
    fails(withKey("--inputs", moved.toString()), "was read and is not there", "was not read");
    Files.write(first, bytes);
    Files.writeString(moved.resolve("more.log"), "x");
    fails(withKey("--inputs", moved.toString()), "input", "more.log", "was not read");
    fails(withKey("--inputs", scratch.resolve("nowhere").toString()), "is not there");
  }

  @Test
  void whatIsReadBesideTheInputsIsListedToo() throws IOException {
    Path config = Files.writeString(scratch.resolve("run.yaml"), "look-back: 31\n");
    Path out = scratch.resolve("configured");
    assertEquals(0, analyze(out, "--config", config.toString()).code());
    JsonNode manifest = JSON.readTree(out.resolve("evidence/manifest.json").toFile());
    assertEquals(31, manifest.get("look_back_days").asInt());
    assertTrue(manifest.get("inputs").toString().contains("\"kind\":\"config\""));
    assertEquals(0, Run.of("verify", out.toString(), "--inputs", INPUT).code());
    Files.writeString(config, "look-back: 32\n");
    Run run = Run.of("verify", out.toString(), "--inputs", INPUT);
    assertEquals(12, run.code());
    assertTrue(run.out().contains("run.yaml"), run.out());
  }

  @Test
  void evidenceAndItsKeyMayComeFromTheConfiguration() throws IOException {
    Path config =
        Files.writeString(
            scratch.resolve("run.yaml"), "evidence: true\nsigning-key: " + key + "\n");
    Path out = scratch.resolve("configured");
    Run run =
        Run.of("analyze", INPUT, "--out", out.toString(), "--config", config.toString(), "--quiet");
    assertEquals(0, run.code(), run.err());
    Run verified = Run.of("verify", out.toString(), "--public-key", publicKey.toString());
    assertEquals(0, verified.code(), verified.out());
    assertFalse(Files.readString(out.resolve("evidence/manifest.json")).contains("sign.pem"));
    assertFalse(Files.readString(out.resolve("report.json")).contains("sign.pem"));
  }

  @Test
  void aBundleIsListedBesideItsMembers() throws IOException {
    Path bundle = scratch.resolve("keys.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
      for (Map.Entry<String, byte[]> file : files(Path.of(INPUT)).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    Path out = scratch.resolve("bundled");
    Run run = Run.of("analyze", bundle.toString(), "--out", out.toString(), "--evidence");
    assertEquals(0, run.code(), run.err());
    String manifest = Files.readString(out.resolve("evidence/manifest.json"));
    assertTrue(manifest.contains("\"path\":\"" + bundle + "\",\"kind\":\"bundle\""), manifest);
    assertTrue(manifest.contains(Sha256.of(bundle)), "what sha256sum says of the file");
    assertEquals(0, Run.of("verify", out.toString(), "--inputs", bundle.toString()).code());
    Path moved = Files.move(bundle, scratch.resolve("moved.zip"));
    assertEquals(0, Run.of("verify", out.toString(), "--inputs", moved.toString()).code());
    Files.delete(moved);
    assertEquals(12, Run.of("verify", out.toString(), "--inputs", moved.toString()).code());
  }

  @Test
  void noDamageOfTheManifestIsAnInternalError() throws IOException {
    byte[] whole = Files.readAllBytes(report.resolve("evidence/manifest.json"));
    Random random = new Random(7);
    int damaged = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] changed = whole.clone();
      int at = random.nextInt(changed.length);
      changed[at] =
          (byte)
              (random.nextBoolean()
                  ? random.nextInt(256)
                  : "[]{}\",:-019e".charAt(random.nextInt(12)));
      byte[] cut = random.nextInt(4) > 0 ? changed : Arrays.copyOf(changed, at);
      try {
        SavedManifest.read(cut);
      } catch (DamagedReport e) {
        damaged++;
      }
    }
    assertTrue(damaged > 500, "many were seen to be damaged: " + damaged);
  }

  @Test
  void theManifestListsEveryInputAndOutputAndSaysWhatItDoesNotProve() throws IOException {
    JsonNode manifest = JSON.readTree(report.resolve("evidence/manifest.json").toFile());
    assertEquals(files(Path.of(INPUT)).size(), manifest.get("inputs").size());
    List<String> listed = new ArrayList<>();
    manifest.get("outputs").forEach(o -> listed.add(o.get("path").asText()));
    List<String> there = new ArrayList<>(files(report).keySet());
    there.removeAll(
        List.of("evidence/manifest.json", "evidence/manifest.jws", "evidence/checksums.txt"));
    assertEquals(there, listed);
    for (JsonNode file : manifest.get("inputs")) {
      assertEquals(64, file.get("sha256").asText().length(), file.toString());
    }
    assertTrue(manifest.at("/proves/not_origin").asText().contains("where an input came from"));
    assertTrue(manifest.at("/proves/not_completeness").asText().contains("complete"));
    assertTrue(manifest.get("command").toString().contains(INPUT));
    assertFalse(manifest.get("command").toString().contains("sign.pem"));
  }

  @Test
  void withoutAKeyTheManifestSaysSo() throws IOException {
    Path out = scratch.resolve("unsigned");
    Run run = analyze(out);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("not signed"), run.out());
    JsonNode manifest = JSON.readTree(out.resolve("evidence/manifest.json").toFile());
    assertFalse(manifest.at("/signature/signed").asBoolean(true));
    assertTrue(manifest.at("/signature/note").asText().contains("Nobody signed"));
    assertFalse(Files.exists(out.resolve("evidence/manifest.jws")));
    assertEquals(0, Run.of("verify", out.toString()).code());
    assertEquals(12, Run.of("verify", out.toString(), "--require-signature").code());
  }

  @Test
  void theSameInputGivesTheSameEvidenceWhereverItIsPut() throws IOException {
    Path again = scratch.resolve("again");
    analyze(again, "--signing-key", key.toString(), "--threads", "1", "--no-color");
    Map<String, byte[]> expected = files(signed);
    Map<String, byte[]> actual = files(again);
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
  }

  @Test
  void theRealProgramChecksTheChecksums() throws Exception {
    Process check;
    try {
      check =
          new ProcessBuilder("sha256sum", "-c", "--strict", "evidence/checksums.txt")
              .directory(report.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "there is no sha256sum");
      return;
    }
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, check.waitFor(), said);
    assertEquals(files(report).size() - 1, said.lines().filter(l -> l.endsWith(": OK")).count());
  }

  @Test
  void thePrivateKeyComesOutNowhere() throws IOException {
    Path input = scratch.resolve("input");
    put(files(Path.of(INPUT)), input);
    Path among = Files.copy(key, input.resolve("sign.pem"));
    Path out = scratch.resolve("careless");
    Run run =
        Run.of(
            "analyze",
            input.toString(),
            "--out",
            out.toString(),
            "--evidence",
            "--signing-key=" + among,
            "--verbose");
    assertEquals(0, run.code(), run.err());
    String secret = Files.readAllLines(key).get(1);
    assertTrue(secret.length() > 40);
    Map<String, byte[]> all = files(out);
    all.put("stdout", run.out().getBytes(StandardCharsets.UTF_8));
    all.put("stderr", run.err().getBytes(StandardCharsets.UTF_8));
    all.forEach(
        (name, bytes) ->
            assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains(secret), name));
    String manifest = Files.readString(out.resolve("evidence/manifest.json"));
    assertTrue(manifest.contains("\"--signing-key=[masked]\""), manifest);
  }

  @Test
  void anUnusableKeyEndsTheRunBeforeItStarts() throws IOException {
    Path out = scratch.resolve("never");
    for (Path file :
        List.of(publicKey, Path.of("README.md"), scratch.resolve("nowhere.pem"), scratch)) {
      Run run = analyze(out, "--signing-key", file.toString());
      assertEquals(2, run.code(), run.err());
      assertTrue(run.err().contains("--signing-key"), run.err());
      assertFalse(Files.exists(out));
    }
    Run alone = Run.of("analyze", INPUT, "--out", out.toString(), "--signing-key", key.toString());
    assertEquals(2, alone.code());
    assertTrue(alone.err().contains("--evidence"), alone.err());
  }

  @Test
  void wrongUsageAndNoReportHaveTheirExitCodes() throws IOException {
    assertEquals(2, Run.of("verify").code());
    assertEquals(2, withKey("--inputs").code());
    assertEquals(2, verify("--public-key", key.toString()).code(), "that is the private one");
    assertEquals(2, verify("--public-key", scratch.resolve("nowhere").toString()).code());
    assertEquals(3, Run.of("verify", scratch.resolve("nowhere").toString()).code());
    assertEquals(
        3, Run.of("verify", Files.createDirectory(scratch.resolve("e")).toString()).code());
    Run without = Run.of("verify", "reports/real-cluster");
    assertEquals(12, without.code(), "evidence that was deleted looks the same");
    assertTrue(without.out().contains("evidence/manifest.json"), without.out());
  }

  @Test
  void theResultIsGivenAsJsonToo() throws IOException {
    JsonNode good = JSON.readTree(withKey("--json", "--inputs", INPUT).out());
    assertTrue(good.get("verified").asBoolean());
    assertEquals("valid", good.get("signature").asText());
    assertEquals(64, good.get("signed_by").asText().length());
    assertFalse(JSON.readTree(verify("--json").out()).has("signed_by"), "nobody checked it");
    assertEquals(0, good.get("differences").size());
    Files.delete(report.resolve("report.html"));
    JsonNode bad = JSON.readTree(withKey("--json").out());
    assertFalse(bad.get("verified").asBoolean());
    assertEquals("missing", bad.at("/differences/0/kind").asText());
    assertEquals("report.html", bad.at("/differences/0/what").asText());
  }

  @Test
  void aReportRenderedAgainStaysTrueToItsEvidence() throws IOException {
    assertEquals(0, Run.of("report", report.toString()).code());
    assertEquals(0, withKey().code());
    Path other = scratch.resolve("other");
    Run run = Run.of("report", report.toString(), "--out", other.toString());
    assertEquals(0, run.code(), run.err());
    Run verified = Run.of("verify", other.toString(), "--public-key", publicKey.toString());
    assertEquals(0, verified.code(), verified.out());
  }

  @Test
  void whereRenderingAgainGivesOtherBytesTheEvidenceStaysBehind() throws IOException {
    Path json = report.resolve("report.json");
    Files.writeString(
        json,
        Files.readString(json)
            .replace("\"cluster\":\"\"", "")
            .replace("\"fixed\":true", "\"cluster\":\"other\",\"fixed\":true"));
    Path other = scratch.resolve("other");
    Run run = Run.of("report", report.toString(), "--out", other.toString());
    assertEquals(0, run.code(), run.err());
    assertFalse(Files.exists(other.resolve("evidence")));
    assertTrue(run.err().contains("evidence"), run.err());
    assertNotEquals(0, verify().code());
  }
}
