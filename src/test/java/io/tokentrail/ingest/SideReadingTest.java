package io.tokentrail.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jsonwebtoken.Jwts;
import io.tokentrail.ingest.source.LocalFiles;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Offering;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideReadingTest {

  private static final SideOptions OPTIONS =
      new SideOptions(ZoneOffset.UTC, Instant.parse("2025-03-02T00:00:00Z"), Map.of(), 100, false);

  private static final KeyPair KEY = Jwts.SIG.ES256.keyPair().build();

  @TempDir Path dir;
  private String signature;

  private void write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @BeforeEach
  void offerOneOfEach() throws IOException {
    String jwt =
        Jwts.builder()
            .claim("iss", "kubernetes/serviceaccount")
            .claim("sub", "system:serviceaccount:ci:robot")
            .signWith(KEY.getPrivate())
            .compact();
    signature = jwt.substring(jwt.lastIndexOf('.') + 1);
    String inBase64 = Base64.getEncoder().encodeToString(jwt.getBytes(StandardCharsets.UTF_8));
    write("token.jwt", jwt + "\n");
    write(
        "sa.pub",
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(KEY.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
    write(
        "snap/secret.json",
        "{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"metadata\":{\"namespace\":\"ci\","
            + "\"name\":\"robot-token\",\"creationTimestamp\":\"2024-01-01T00:00:00Z\"},"
            + "\"type\":\"kubernetes.io/service-account-token\",\"data\":{\"token\":\""
            + inBase64
            + "\"}}");
    write(
        "kube-apiserver-cp.log",
        "E0301 11:02:07.121300       1 authentication.go:75] \"Unable to authenticate the request\""
            + " err=\"bad "
            + jwt
            + "\"\n");
    write("up.txt", "up 1\n# " + jwt + "\nno sample " + jwt + "\n");
    write(
        "files.csv",
        "namespace,pod,container,path,mode,mtime,captured_at\nci,p,c,/t," + jwt + ",1,2\n");
    write("other.bin", "\u0001\u0002");
    write("empty.log", "");
  }

  private List<Offered> offered() {
    return Offering.of(List.of(dir.toString()), Map.of(), new LocalFiles());
  }

  @Test
  void everyFileHasARowAndEveryKindItsFacts() {
    SideReading reading = SideReading.read(offered(), new LocalFiles(), OPTIONS);
    assertEquals(8, reading.inputs().size());
    assertTrue(reading.inputs().stream().allMatch(row -> row.sha256().length() == 64));
    assertEquals(
        2, reading.inputs().stream().filter(r -> r.kind() == InputFile.Kind.UNRECOGNISED).count());
    assertEquals(1, reading.snapshots().size());
    assertEquals(2, reading.logLines().size());
    assertEquals(
        1,
        reading.logLines().stream()
            .filter(l -> l.meaning() instanceof LogLine.TokenShown)
            .filter(l -> !l.toString().contains("eyJ"))
            .count());
    assertEquals("cp", reading.logFiles().get(0).host());
    assertEquals(1, reading.series().size());
  }

  @Test
  void tokensAreCheckedAgainstTheKeysWhereverTheyStand() {
    SideReading reading = SideReading.read(offered(), new LocalFiles(), OPTIONS);
    assertEquals(Token.Signature.VALID, reading.tokens().get(0).signature());
    assertEquals(
        Token.Signature.VALID,
        reading.snapshots().get(0).tokenSecrets().get(0).token().orElseThrow().signature());
  }

  @Test
  void theMembersOfABundleAreReadAsFilesAre() throws IOException {
    Path bundle = dir.resolve("all.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
      for (String name : List.of("snap/secret.json", "sa.pub", "kube-apiserver-cp.log")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Files.readAllBytes(dir.resolve(name)));
        zip.closeEntry();
      }
    }
    List<Offered> members = Offering.of(List.of(bundle.toString()), Map.of(), new LocalFiles());
    SideReading reading = SideReading.read(members, new LocalFiles(), OPTIONS);
    assertEquals(1, reading.snapshots().get(0).tokenSecrets().size());
    assertEquals(2, reading.logLines().size());
    assertTrue(reading.keys().keys().given());
    assertTrue(reading.inputs().stream().allMatch(row -> row.sha256().length() == 64));
    assertEquals(bundle + "!kube-apiserver-cp.log:1", reading.logLines().get(0).place().toString());
  }

  @Test
  void theOrderOfTheFilesChangesNothing() {
    List<Offered> files = offered();
    List<Offered> turned = new ArrayList<>(files);
    Collections.reverse(turned);
    SideReading one = SideReading.read(files, new LocalFiles(), OPTIONS);
    SideReading other = SideReading.read(turned, new LocalFiles(), OPTIONS);
    assertEquals(one.toString(), other.toString());
  }

  @Test
  void nothingThatIsKeptHoldsASignature() {
    SideReading reading = SideReading.read(offered(), new LocalFiles(), OPTIONS);
    assertFalse(reading.toString().contains(signature));
    assertEquals(2, reading.rejects().size());
  }
}
